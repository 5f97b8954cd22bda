import FactCheckCore

/// One or two plain sentences that say why a claim has its verdict.
struct Explanation {
  let text: String

  init(of claim: CheckedClaim) {
    let sentences = [Self.attribution(of: claim), Self.verdict(of: claim), Self.difference(in: claim)]
    text = sentences.compactMap { $0 }.joined(separator: " ")
  }

  private static func verdict(of claim: CheckedClaim) -> String {
    switch claim.verdict {
    case .supported(let grounds) where claim.claim.attribution == .denied:
      "The author says that it is not so, and \(names(grounds)) \(verb(grounds, "says", "say")) the same."
    case .supported(let grounds): "\(names(grounds)) \(verb(grounds, "says", "say")) the same."
    case .contradicted(let grounds): "\(names(grounds)) \(verb(grounds, "says", "say")) otherwise."
    case .overstated(let grounds): "\(names(grounds)) \(verb(grounds, "grants", "grant")) less than this."
    case .disputed: "Organizations in good standing do not agree on this today."
    case .outdated(let old, let current):
      "\(old.first.organization.name) said so\(until(old.first.statement)); "
        + "today \(names(current)) \(verb(current, "says", "say")) otherwise."
    case .unsupported(let reason, let nearest): reasonText(reason, hasNearest: !nearest.isEmpty, claim: claim.claim)
    }
  }

  private static func reasonText(_ reason: UnsupportedReason, hasNearest: Bool, claim: Claim) -> String {
    switch reason {
    case .topicNotCovered:
      "The knowledge base has nothing on this; it may be true or false."
    case .noMatchingStatement where hasNearest: "No vetted statement says this or its opposite; the nearest are shown."
    case .noMatchingStatement: "No vetted statement says this or its opposite."
    case .evidenceUnsettled: "Professional bodies say that the evidence does not settle this."
    case .needsContext where claim.attribution == .asserted: "This cannot be read without what stands elsewhere."
    case .needsContext:
      "This is not judged as a claim of the author\(hasNearest ? "; what is vetted on it is shown." : ".")"
    }
  }

  private static func attribution(of checked: CheckedClaim) -> String? {
    switch checked.claim.attribution {
    case .asserted: nil
    case .denied where checked.verdict.label == .supported: nil
    case .questioned: "The author asks."
    case .denied: "The author says that it is not so."
    case .reported: "The author reports what others say."
    case .figurative: "This reads as irony or a figure of speech."
    case .personal: "This tells a personal experience."
    }
  }

  private static func difference(in claim: CheckedClaim) -> String? {
    guard claim.verdict.label != .supported else { return nil }
    let differences = claim.facets.map(Self.name)
    return differences.isEmpty ? nil : "The difference lies in the \(list(differences))."
  }

  static func name(of facet: Facet) -> String {
    switch facet {
    case .negation: "negation"
    case .certainty: "certainty"
    case .strength: "strength of the effect"
    case .quantity: "amount"
    case .population: "group of people"
    case .timing: "timing"
    case .direction: "direction of the effect"
    case .comparison: "comparison"
    case .relativeRisk: "relative risk"
    }
  }

  private static func until(_ statement: Statement) -> String {
    statement.since.map { " until \($0)" } ?? " in the past"
  }

  /// The organizations by name, two at most.
  private static func names(_ grounds: Grounds) -> String {
    let names = unique(grounds.all.map(\.organization.name))
    return names.count <= 2 ? list(names) : "\(names[0]) and \(names.count - 1) other bodies"
  }

  private static func verb(_ grounds: Grounds, _ singular: String, _ plural: String) -> String {
    Set(grounds.all.map(\.organization.id)).count == 1 ? singular : plural
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private static func list(_ items: [String]) -> String {
    items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + (items.last ?? "")
  }
}
