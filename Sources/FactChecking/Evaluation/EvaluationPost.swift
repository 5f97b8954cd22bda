public import FactCheckCore
import Foundation

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

  /// The posts of a file in JSON Lines.
  ///
  /// - Throws: ``FactCheckingError`` for a file or a line that cannot be read.
  public static func posts(at path: String) throws(FactCheckingError) -> [EvaluationPost] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unusableResource(path: path, problem: "it cannot be read as UTF-8 text")
    }
    var posts: [EvaluationPost] = []
    for (index, line) in text.split(separator: "\n").enumerated() {
      do {
        posts.append(try JSONDecoder().decode(EvaluationPost.self, from: Data(line.utf8)))
      } catch {
        throw .unusableResource(path: "\(path), line \(index + 1)", problem: "\(error)")
      }
    }
    return posts
  }
}
