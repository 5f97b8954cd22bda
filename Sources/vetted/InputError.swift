/// An input that cannot be read: what, where and what to do.
struct InputError: Error, CustomStringConvertible {
  let code: String
  let description: String

  static func missing(_ path: String) -> InputError {
    InputError(
      code: "no-such-file", description: "\(path): there is no such file; check the path, or use --text for a text")
  }

  static func folder(_ path: String) -> InputError {
    InputError(code: "is-a-folder", description: "\(path) is a folder; name the files in it")
  }

  static func unreadable(_ path: String, reason: String) -> InputError {
    InputError(
      code: "unreadable", description: "\(path) cannot be read (\(reason)); check its permissions, or pass its text")
  }
}
