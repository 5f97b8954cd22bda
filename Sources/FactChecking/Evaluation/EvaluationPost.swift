public import FactCheckCore

/// A post with what a careful reader says of its claims: a line of `Data/evaluation/posts.jsonl`.
public struct EvaluationPost: Decodable, Sendable {
  public let id: String
  /// What the post is for: `false`, `true`, `debunk`, `question`, `trap`, …
  public let kind: String
  public let text: String
  public let expected: [Expectation]

  public struct Expectation: Decodable, Sendable {
    /// A part of the text; the program's claim has to overlap it.
    public let quote: String
    public let verdict: Verdict.Label
    public let attribution: Attribution
    /// The entry the verdict rests on.
    public let entry: String?
  }
}
