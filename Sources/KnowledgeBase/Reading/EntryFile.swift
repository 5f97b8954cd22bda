public import FactCheckCore

/// An entry as it stands in its file.
public typealias EntryFile = SourceFile<KnowledgeEntry>

extension SourceFile where Value == KnowledgeEntry {
  /// Reads `entries/<id>.yaml`.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - path: the path as people are told it.
  ///   - id: what the path stands for, such as `flu/shot-gives-flu`.
  /// - Returns: the entry, unless it lacks something that it needs, and all that is wrong with it.
  public static func read(_ bytes: [UInt8], path: String, id: String) -> Reading<KnowledgeEntry> {
    Reading(of: bytes, path: path, id: id) { KnowledgeEntry(id: id, $0) }
  }
}

extension KnowledgeEntry {
  /// - Returns: `nil` when a field that an entry needs is missing or wrong, which is noted.
  init?(id: String, _ fields: MappingReader) {
    let proposition = fields.text("proposition")
    let verdict = fields.choice("verdict", of: Verdict.self)
    let strength = fields.choice("strength", of: Strength.self)
    let population = fields.mapping("population", body: Population.init)
    let harm = fields.choice("harm", of: Harm.self)
    let assertedAs = fields.texts("asserted_as")
    let deniedAs = fields.texts("denied_as")
    let notThis = fields.texts("not_this")
    let statements = fields.mappings("statements", body: Statement.init)
    let conflict = fields.optionalText("conflict")
    let review = fields.mapping("review", body: Review.init)
    guard let proposition, let verdict, let strength, let population, let harm, let assertedAs, let deniedAs,
      let notThis, let statements, let review
    else { return nil }
    self.init(
      id: id, proposition: proposition, verdict: verdict, strength: strength, population: population, harm: harm,
      assertedAs: assertedAs, deniedAs: deniedAs, notThis: notThis, statements: statements, conflict: conflict,
      review: review)
  }
}

extension KnowledgeEntry.Population {
  init?(_ fields: MappingReader) {
    let who = fields.text("who")
    let not = fields.texts("not")
    guard let who, let not else { return nil }
    self.init(who: who, not: not)
  }
}

extension KnowledgeEntry.Review {
  init?(_ fields: MappingReader) {
    let on = fields.date("on")
    let due = fields.date("due")
    guard let on, let due else { return nil }
    self.init(on: on, due: due)
  }
}

extension Statement {
  init?(_ fields: MappingReader) {
    let organization = fields.text("organization")
    let stance = fields.choice("stance", of: Stance.self)
    let text = fields.text("text")
    let quote = fields.optionalVerbatimText("quote")
    let sha256 = fields.optionalText("sha256")
    let url = fields.nullableText("url")
    let published = fields.optionalDate("published")
    let checked = fields.optionalMapping("checked", body: Check.init)
    let licence = fields.choice("licence", of: Licence.self)
    let status = fields.choice("status", of: Status.self)
    let why = fields.optionalText("why")
    let since = fields.optionalDate("since")
    guard let organization, let stance, let text, let licence, let status else { return nil }
    self.init(
      organization: organization, stance: stance, text: text, quote: quote, sha256: sha256, url: url,
      published: published, checked: checked, licence: licence, status: status, why: why, since: since)
  }
}

extension Statement.Check {
  init?(_ fields: MappingReader) {
    let on = fields.date("on")
    let how = fields.text("how")
    let of = fields.text("of")
    guard let on, let how, let of else { return nil }
    self.init(on: on, how: how, of: of)
  }
}
