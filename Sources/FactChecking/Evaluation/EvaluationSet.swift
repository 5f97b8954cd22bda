import FactCheckCore
import Foundation

/// Rows with known answers, all of one kind: the file tells which by the keys of its first row.
public enum EvaluationSet: Sendable {
  /// `text`, `expected`: whole posts with the verdicts of a careful reader.
  case posts([EvaluationPost])
  /// `claim`, `evidence`, `label`: support, refute or neutral (also SUPPORT, REFUTE, NEI).
  case stance([StanceRow])
  /// `text`, `label`: 1 for what is worth a check, and perhaps `attribution`.
  case detection([DetectionRow])
  /// `text`, `entry`: which entry of the knowledge base a claim is about.
  case retrieval([RetrievalRow])

  public struct StanceRow: Decodable, Sendable {
    let claim: String
    let evidence: String
    let label: StanceEstimate.Label

    private enum Key: String, CodingKey { case claim, evidence, label }

    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      claim = try values.decode(String.self, forKey: .claim)
      evidence = try values.decode(String.self, forKey: .evidence)
      let name = try values.decode(String.self, forKey: .label).lowercased()
      guard let label = StanceEstimate.Label(rawValue: name == "nei" ? "neutral" : name) else {
        throw DecodingError.dataCorruptedError(
          forKey: .label, in: values, debugDescription: "“\(name)” is neither support, refute nor neutral")
      }
      self.label = label
    }
  }

  public struct DetectionRow: Decodable, Sendable {
    let text: String
    /// 1 for what is worth a check.
    let label: Int
    let attribution: Attribution?
  }

  public struct RetrievalRow: Decodable, Sendable {
    let text: String
    let entry: String
  }

  /// Reads a file in JSON Lines.
  ///
  /// - Throws: ``FactCheckingError`` for a file or a line that cannot be read.
  public init(path: String) throws(FactCheckingError) {
    let file = try JSONLines(path: path)
    guard let first = file.lines.first, let keys = try? JSONDecoder().decode(Keys.self, from: Data(first.utf8)).names
    else { throw .unusableResource(path: path, problem: "its first line is no JSON object") }
    if keys.contains("expected") {
      self = .posts(try file.rows())
    } else if keys.contains("evidence") {
      self = .stance(try file.rows())
    } else if keys.contains("entry") {
      self = .retrieval(try file.rows())
    } else {
      self = .detection(try file.rows())
    }
  }

  /// The keys of a JSON object.
  private struct Keys: Decodable {
    let names: Set<String>

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      names = Set(try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue))
    }
  }
}

extension EvaluationSet {
  /// What the program makes of the set. The more the better, for every figure.
  public func figures(of checker: FactChecker) throws -> [Figure] {
    switch self {
    case .posts(let posts): try EndToEndEvaluation(of: posts, by: checker).figures
    case .stance(let rows): try StanceEvaluation(of: rows, by: checker.verifier).figures
    case .detection(let rows): try DetectionEvaluation(of: rows, by: checker).figures
    case .retrieval(let rows): try RetrievalEvaluation(of: rows, by: checker.retriever).figures
    }
  }
}
