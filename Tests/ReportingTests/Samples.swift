import FactCheckCore

/// Invented reports.
enum Samples {
  static let joints = organization("joints", "Joint Society")
  static let herbs = organization("herbs", "Institute of Herbal Medicine")
  static let kidneys = organization("kidneys", "College of Kidney Physicians")

  static func organization(_ id: String, _ name: String) -> Organization {
    Organization(id: id, name: name, kind: .professionalSociety, country: "INT", hosts: ["\(id).example"])
  }

  static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else { throw NoSuchDate(text: text) }
    return date
  }

  struct NoSuchDate: Error {
    let text: String
  }

  static func statement(_ organization: Organization, _ text: String) throws -> Statement {
    let url = "https://www.\(organization.id).example/gout"
    let check = Statement.Check(on: try date("2026-11-20"), how: "live", of: url)
    return Statement(
      organization: organization.id, stance: .denies, text: text, url: url, published: try date("2025-03-01"),
      checked: check)
  }

  static func evidence(
    _ organization: Organization, _ text: String, _ relation: StanceJudgement.Relation = .asserts,
    change: (inout Statement) throws -> Void = { _ in }
  ) throws -> Evidence {
    var statement = try statement(organization, text)
    try change(&statement)
    return Evidence(
      entry: "gout/nettle-tea", relation: relation, score: 0.9876, statement: statement, organization: organization)
  }

  /// A claim on the part of a text that stands in « ».
  static func claim(_ marked: String, attribution: Attribution = .asserted) -> (text: String, claim: Claim) {
    let (text, span) = unmarked(marked)
    let quote = String(text[span])
    return (text, Claim(span: span, quote: quote, text: quote, attribution: attribution))
  }

  /// The text without « », and the span between them.
  static func unmarked(_ marked: String) -> (text: String, span: TextSpan) {
    let parts = marked.split(separator: #/[«»]/#, omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    return (parts.joined(), TextSpan(start: start, end: start + parts[1].utf8.count))
  }

  static func checked(
    _ marked: String, _ verdict: Verdict, attribution: Attribution = .asserted, facets: [Facet] = []
  ) -> CheckedClaim {
    CheckedClaim(
      claim: claim(marked, attribution: attribution).claim, verdict: verdict, confidence: 0.91234, facets: facets,
      harm: .moderate)
  }

  static func report(
    _ text: String, _ claims: [CheckedClaim], source: Document.Source = .init(kind: .file, url: "post.txt"),
    diagnostics: [Diagnostic] = []
  ) throws -> FactCheckReport {
    var document = Document(plainText: text)
    document.source = source
    let knowledge = FactCheckReport.KnowledgeBaseSummary(
      digest: "sha256:feed", entries: 3, statements: 7, newest: try date("2026-11-22"))
    return FactCheckReport(
      document: document, digest: "sha256:c0ffee",
      engine: .init(version: "1.2.3", model: nil, knowledgeBase: knowledge), claims: claims, diagnostics: diagnostics)
  }

  static func report(
    _ marked: String, _ verdict: Verdict, attribution: Attribution = .asserted, facets: [Facet] = []
  ) throws -> FactCheckReport {
    try report(unmarked(marked).text, [checked(marked, verdict, attribution: attribution, facets: facets)])
  }
}

extension Samples {
  static func contradicted() throws -> Verdict {
    .contradicted(
      Grounds(
        try evidence(joints, "No herbal tea cures gout. Medicines that lower uric acid prevent attacks of it."),
        [
          try evidence(herbs, "Nettle has not been shown to cure gout.") {
            $0.url = nil
            $0.published = nil
            $0.checked = nil
          }
        ]))
  }

  /// A report for each verdict, by the name of its expected output.
  static func everyVerdict() throws -> [(name: String, report: FactCheckReport)] {
    [
      ("contradicted", try report("«Nettle tea cures gout» for good.", contradicted(), facets: [.strength])),
      (
        "supported",
        try report("«Uric acid causes gout.»", .supported(Grounds(try evidence(joints, "Uric acid does."))))
      ),
      ("overstated", try overstated()), ("disputed", try disputed()), ("outdated", try outdated()),
      (
        "uncovered", try report("«Cats can sense gout.»", .unsupported(.topicNotCovered, nearest: []))
      ),
      (
        "no-match",
        try report(
          "«Nettle soup cures gout.»",
          .unsupported(
            .noMatchingStatement,
            nearest: [
              try evidence(joints, "No herbal tea cures gout.", .neither),
              try evidence(herbs, "Nettle has not been shown to cure gout.", .neither),
              try evidence(kidneys, "The third nearest is not shown.", .neither),
            ]))
      ),
      (
        "question",
        try report(
          "«Does nettle tea cure gout?»",
          .unsupported(.needsContext, nearest: [try evidence(joints, "No herbal tea cures gout.")]),
          attribution: .questioned)
      ),
      (
        "debunk",
        try report(
          "«It is a myth that nettle tea cures gout.»",
          .supported(Grounds(try evidence(joints, "No herbal tea cures gout.", .denies))), attribution: .denied)
      ),
      (
        "noticed",
        try report("«Nettle tea cures gout» for good.", contradicted()).noting([
          try notice(1, naming: ["gout/nettle-tea"]), try notice(2, naming: ["gout/cherries"]),
          try notice(3, naming: ["gout/nettle-tea"]), try notice(4, naming: ["gout/nettle-tea"]),
        ])
      ),
    ]
  }

  static func notice(_ number: Int, naming entries: [String]) throws -> Notice {
    Notice(
      feed: "joints-alerts", publisher: "Safety alerts of the Joint Society", organization: "joints", item: "\(number)",
      title: "Alert \(number): Gout-Away tea is recalled",
      body: number == 1 ? "Bags of the tea hold a medicine that the label does not name. Do not drink it." : nil,
      link: "https://www.joints.example/alerts/\(number)", published: try date("2026-11-10"),
      expires: try date("2027-02-08"), entries: entries)
  }

  private static func overstated() throws -> FactCheckReport {
    let all = try [joints, herbs, kidneys, organization("feet", "Foot Council")].map {
      try evidence($0, "Cherries may make attacks a little rarer in some people.", .exceeds)
    }
    return try report(
      "Good news! «Cherries stop every attack of gout.»", .overstated(Grounds(all[0], Array(all[1...]))),
      facets: [.certainty, .strength, .population])
  }

  private static func disputed() throws -> FactCheckReport {
    try report(
      "«People with gout should eat less meat.»",
      .disputed(
        affirming: Grounds(try evidence(joints, "People with gout should eat less meat.") { $0.stance = .affirms }),
        opposing: Grounds(
          try evidence(kidneys, "Meat need not be limited once uric acid is low.") { $0.stance = .limits })))
  }

  private static func outdated() throws -> FactCheckReport {
    let old = try evidence(joints, "Rest in bed helps gout.") {
      $0.stance = .affirms
      $0.status = .superseded
      $0.since = try date("2022-04-26")
    }
    return try report(
      "«Stay in bed with gout.»",
      .outdated(old: Grounds(old), current: Grounds(try evidence(joints, "Move the joint as soon as you can."))))
  }
}
