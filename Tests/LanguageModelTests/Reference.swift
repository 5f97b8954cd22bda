import Foundation

/// What other implementations made of the same inputs, written by `Training/reference`.
struct Reference {
  let folder: URL

  /// The small invented vocabulary that the checkout has.
  static let shipped = Reference(
    folder: URL(fileURLWithPath: #filePath).appending(path: "../../Fixtures/wordpiece").standardized)

  /// The folder that `VETTED_REFERENCE` names, with a real vocabulary and weights.
  static let real = ProcessInfo.processInfo.environment["VETTED_REFERENCE"].map {
    Reference(folder: URL(fileURLWithPath: $0))
  }

  /// A string with its ids, and the first and the last byte of each but `[CLS]` and `[SEP]`.
  struct Tokens: Decodable {
    let text: String
    let ids: [Int32]
    let offsets: [Int]
  }

  /// A sentence with its vector.
  struct Sentence: Decodable {
    let text: String
    let vector: [Float]
  }

  func path(of name: String) -> String { folder.appending(path: name).path }

  func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

  func lines<Line: Decodable>(of name: String, as type: Line.Type) throws -> [Line] {
    try bytes(of: name).split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(type, from: Data($0)) }
  }
}
