import FactCheckCore
import TestSupport
import Testing
import TextAnalysis

@testable import ClaimVerification

/// Bodies that the fixtures name: `college` and `agency` are trusted, `doubtful` and `wary` only beside another,
/// `fallen` not at all.
let organizations: [String: Organization] = {
  func organization(_ id: String, _ level: Organization.Trust) -> Organization {
    let window = CalendarDate("2020-01-01").map {
      Organization.TrustWindow(topic: "*", from: $0, level: level, reason: "a test")
    }
    return Organization(
      id: id, name: id, kind: .professionalSociety, country: "INT", hosts: ["\(id).example"],
      trust: [window].compactMap(\.self))
  }
  let all = [
    organization("college", .full), organization("agency", .full), organization("doubtful", .corroborate),
    organization("wary", .corroborate), organization("fallen", .setAside),
  ]
  return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}()

extension Statement {
  static func by(
    _ organization: String, _ stance: Stance, checked: Bool = true, status: Status = .active,
    published: String = "2024-05-01"
  ) -> Statement {
    let check = CalendarDate("2026-11-22").map {
      Check(on: $0, how: "stored-copy", of: "https://\(organization).example/page")
    }
    return Statement(
      organization: organization, stance: stance, text: "\(organization) \(stance) it.",
      published: CalendarDate(published), checked: checked ? check : nil, status: status)
  }
}

extension KnowledgeEntry {
  /// - Throws: when the dates of the review cannot be read.
  static func fixture(
    id: String = "area/slug", _ proposition: String = "Garlic cures cancer.", verdict: Verdict = .refuted,
    strength: Strength = .none, assertedAs: [String] = [], deniedAs: [String] = [], notThis: [String] = [],
    statements: [Statement] = [.by("college", .denies)]
  ) throws -> KnowledgeEntry {
    let (on, due) = (try #require(CalendarDate("2026-11-23")), try #require(CalendarDate("2027-11-23")))
    return KnowledgeEntry(
      id: id, proposition: proposition, verdict: verdict, strength: strength, harm: .high, assertedAs: assertedAs,
      deniedAs: deniedAs, notThis: notThis, statements: statements,
      review: Review(on: on, due: due))
  }
}

extension ClaimVerifier {
  /// The rules and word lists that are shipped.
  static func shipped() throws -> ClaimVerifier {
    ClaimVerifier(
      analyzer: try ShippedData.analyzer(),
      settings: try ShippedData.value(of: VerificationSettings.self, at: "verification/settings.json"),
      gate: try ShippedData.value(of: GateSettings.self, at: "verification/gate.json"), organizations: organizations)
  }

  func check(
    _ text: String, as attribution: Attribution = .asserted, denialIsOutside: Bool = true,
    against entries: [KnowledgeEntry]
  ) throws -> CheckedClaim {
    let claim = Claim(
      span: TextSpan(start: 0, end: text.utf8.count), quote: text, text: text, attribution: attribution,
      denialIsOutside: denialIsOutside)
    return try check(
      claim, against: entries.map { Candidate(entry: $0, score: 1, matched: Phrasing(role: .proposition, text: "")) })
  }
}
