import WebFetching

/// A record of NDJSON that cannot be used: what is wrong with which line.
struct RecordError: Error, CustomStringConvertible {
  let code: String
  let description: String

  static func tooLong(line: Int) -> RecordError {
    RecordError(
      code: "line-too-long",
      description: "line \(line) is longer than \(LineReader.longestLine >> 20) MiB; split its text into parts")
  }

  static func bad(line: Int, _ problem: String) -> RecordError {
    RecordError(code: "bad-record", description: "line \(line): \(problem)")
  }
}

extension DecodingError {
  /// What is wrong with the JSON, in a few words.
  var summary: String {
    switch self {
    case .keyNotFound(let key, _): "“\(key.stringValue)” is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.isEmpty ? "it is not an object {…}" : "\(Self.path(context)) has the wrong type"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is not JSON" : "\(Self.path(context)) is not valid"
    @unknown default: "it cannot be read"
    }
  }

  private static func path(_ context: Context) -> String {
    "“\(context.codingPath.map(\.stringValue).joined(separator: "."))”"
  }
}

/// The stable name of an error in NDJSON output.
func errorCode(of error: any Error) -> String {
  switch error {
  case let error as InputError: error.code
  case let error as RecordError: error.code
  case let error as WebFetchError: error.code
  default: "failed"
  }
}
