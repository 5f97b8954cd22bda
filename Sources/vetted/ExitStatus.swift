import ArgumentParser

/// How the program ends, for scripts.
enum ExitStatus: Int32, Comparable {
  case clean = 0
  /// Something is contradicted, overstated or outdated.
  case flagged = 1
  /// Something could not be checked.
  case failed = 2

  static func < (lhs: ExitStatus, rhs: ExitStatus) -> Bool { lhs.rawValue < rhs.rawValue }

  /// Ends the command with this status.
  func exit() throws {
    if self != .clean { throw ExitCode(rawValue) }
  }
}
