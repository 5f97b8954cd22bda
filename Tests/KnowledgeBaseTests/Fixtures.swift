import FactCheckCore
import Foundation
import KnowledgeBase
import TestSupport

/// A faultless entry on a made-up subject; tests change one thing in it.
enum Fixture {
  static let today = CalendarDate("2026-11-23")

  static let entry = """
    id: garden/nettle-tea-cures-gout
    proposition: Nettle tea cures gout.
    verdict: refuted
    strength: none
    population: {who: adults, not: [pregnant]}
    harm: moderate
    asserted_as:
      - nettle tea gets rid of gout for good
      - a cup of stinging nettle a day cures gout
      - you can heal gout with nettle tea
      - nettles are a natural cure for gout
      - gout goes away once you drink nettle tea
    denied_as:
      - nettle tea does nothing for gout
      - no tea made of nettles cures gout
      - gout is not cured by nettles
    not_this:
      - Nettle tea can be drunk by people with gout.
    statements:
      - organization: joints
        stance: denies
        text: No herbal tea cures gout. Medicines that lower uric acid prevent attacks.
        url: https://www.joints.example/gout
        published: 2025-03-01
        checked: {on: 2026-11-20, how: stored-copy, of: https://archive.example/joints/gout}
        licence: link-only
        status: active
      - organization: herbs
        stance: denies
        text: Nettle has not been shown to cure gout.
        url: null
        licence: public-domain
        status: active
    review: {on: 2026-11-22, due: 2027-11-22}

    """

  static func organization(_ id: String, kind: String = "professional-society", licence: String = "link-only") -> String
  {
    """
    id: \(id)
    name: The Society for \(id.capitalized)
    kind: \(kind)
    country: INT
    hosts: [\(id).example]
    licence: \(licence)
    trust:
      - {topic: "*", from: 1900-01-01, level: full, reason: "A society with guidelines of its own."}

    """
  }

  /// A knowledge base with the entry and its two organizations.
  static func write(to folder: TemporaryFolder, entry: String = entry) throws {
    try folder.write(entry, to: "entries/garden/nettle-tea-cures-gout.yaml")
    try folder.write(organization("joints"), to: "organizations/joints.yaml")
    try folder.write(
      organization("herbs", kind: "research-agency", licence: "public-domain"), to: "organizations/herbs.yaml")
  }

  /// Another entry of the same shape, with other phrasings.
  static func entry(_ id: String, about subject: String) -> String {
    entry.replacing("garden/nettle-tea-cures-gout", with: id)
      .replacing("Nettle tea", with: "The " + subject).replacing("nettle", with: subject)
      .replacing("gout", with: "warts")
  }
}

extension String {
  /// The number of the first line that contains a text; 0 when none does.
  func line(with content: String) -> Int {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { $0.contains(content) } ?? -1)
  }
}
