/// What a predicate says of its subject and object, such as *causes* or *lowers the risk of*.
package struct Relation: Hashable, Sendable {
  /// What kind of thing is said; only relations on one axis can agree or disagree.
  package enum Axis: String, Hashable, Sendable, CaseIterable {
    case effect, change, safety, efficacy, advice, presence
  }

  package let axis: Axis
  /// 1 or -1, the direction on the axis; the data file tells what each means.
  package let sign: Int
  package let strength: Strength
  /// Whether the phrase counts only before a disease, symptom or state.
  package let needsCondition: Bool

  /// The word of the data file that tells how strong the relation is.
  package enum Strength: String, Hashable, Sendable, CaseIterable {
    case causes, worsens, linked, prevents, cures, treats, relieves
    case increasesRisk = "increases-risk"
    case reducesRisk = "reduces-risk"
    case raises, lowers, safe, harmful, works, useless, ineffective, advised, needed, discouraged, unneeded, present,
      absent
  }

  /// Relations of one family say the same, more or less strongly; across families a negated relation says nothing of
  /// the other: what does not cure may still prevent, and what makes a disease worse need not cause it.
  package enum Family: Hashable, Sendable { case causing, worsening, preventing, treating, other }

  package var family: Family {
    switch strength {
    case .causes, .linked, .increasesRisk: .causing
    case .worsens: .worsening
    case .prevents, .reducesRisk: .preventing
    case .cures, .treats, .relieves: .treating
    default: .other
    }
  }
}

/// Where a text relates things, and whether it negates the relation.
package struct RelationMention: Hashable, Sendable {
  package let relation: Relation
  /// Indices into ``AnalyzedText/words``.
  package let range: Range<Int>
  package let isNegated: Bool

  /// The direction that is asserted: the relation's, turned by a negation.
  package var sign: Int { isNegated ? -relation.sign : relation.sign }
}
