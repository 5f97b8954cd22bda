public import FactCheckCore

/// How often the verdicts on posts are those of a careful reader.
///
/// A claim of the program is held against the expectations that it overlaps. An accusation (`contradicted`, `overstated`,
/// `outdated`) where none of them says the same is a false one, wherever it stands.
public struct EndToEndEvaluation: Sendable {
  /// Accusations made, and how many of them a careful reader makes too.
  public private(set) var accusations = Proportion()
  /// Decisive verdicts given (all but `unsupported`), and how many were right.
  public private(set) var decisive = Proportion()
  /// Expectations that a decisive verdict be given, and how many were met.
  public private(set) var coverage = Proportion()
  /// Posts of the kind `trap`, and how many were not accused.
  public private(set) var trapsSpared = Proportion()
  /// Decisive verdicts that were wrong, for reading.
  public private(set) var mistakes: [Mistake] = []

  public struct Mistake: Sendable, Encodable {
    public let post: String
    public let quote: String
    public let verdict: Verdict.Label
    public let entry: String?
    public let confidence: Double
  }

  /// Decisive verdicts by how sure they were: the fewer are given, the more of them are right.
  public private(set) var decided: [(confidence: Double, isAccusation: Bool, isRight: Bool)] = []

  public init(of posts: [EvaluationPost], by checker: FactChecker) throws {
    for post in posts {
      let content = RawContent(
        bytes: Array(post.text.utf8), mediaType: "text/plain", charset: "utf-8", source: .init(kind: .text))
      add(try checker.check(content), on: post)
    }
  }

  public var figures: [Figure] {
    [
      Figure("accusations that are right", accusations), Figure("decisive verdicts that are right", decisive),
      Figure("expected verdicts that are given", coverage), Figure("traps that are not accused", trapsSpared),
    ]
  }

  private mutating func add(_ report: FactCheckReport, on post: EvaluationPost) {
    let expected = post.expected.compactMap { expectation in
      post.text.firstRange(of: expectation.quote).map { (expectation, post.text.span(of: $0)) }
    }
    for claim in report.claims where claim.verdict.label != .unsupported {
      let overlapping = expected.filter { $0.1.overlaps(claim.claim.span) }.map(\.0)
      let isRight = overlapping.contains { $0.verdict == claim.verdict.label }
      decisive.count(isRight)
      decided.append((claim.confidence, claim.verdict.label.isFlagged, isRight))
      if claim.verdict.label.isFlagged { accusations.count(isRight) }
      if !isRight {
        let entry = claim.verdict.evidence.first?.entry
        mistakes.append(
          Mistake(
            post: post.id, quote: claim.claim.quote, verdict: claim.verdict.label, entry: entry,
            confidence: claim.confidence))
      }
    }
    for (expectation, span) in expected where expectation.verdict != .unsupported {
      coverage.count(
        report.claims.contains { $0.verdict.label == expectation.verdict && $0.claim.span.overlaps(span) })
    }
    if post.kind == "trap" { trapsSpared.count(!report.isFlagged) }
  }
}

/// A share of a number of trials.
public struct Proportion: Sendable {
  public private(set) var trials = 0
  public private(set) var successes = 0

  public init() {}

  init(_ outcomes: [Bool]) { for outcome in outcomes { count(outcome) } }

  mutating func count(_ isSuccess: Bool) {
    trials += 1
    if isSuccess { successes += 1 }
  }

  /// From 0 to 1; `nil` without trials.
  public var value: Double? { trials == 0 ? nil : Double(successes) / Double(trials) }

  /// The 95 % score interval of Wilson (1927), which holds for small numbers and shares near 0 and 1.
  public var interval: ClosedRange<Double>? {
    guard let value else { return nil }
    let (n, z) = (Double(trials), 1.959964)
    let centre = (value + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, centre - half)...min(1, centre + half)
  }
}
