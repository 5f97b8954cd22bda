import Foundation
import Reporting

/// The streams of the process.
enum Console {
  /// Writes to standard output, whole. When nobody reads on (a closed pipe), the process ends as if all were well: that
  /// the reader has seen enough is no failure.
  static func write(_ text: String) {
    switch write(text, to: STDOUT_FILENO) {
    case 0: return
    case EPIPE: Glibc.exit(ExitStatus.clean.rawValue)
    case let failure:
      tell("standard output cannot be written (\(String(cString: strerror(failure)))); the rest of the output is lost")
      Glibc.exit(ExitStatus.failed.rawValue)
    }
  }

  /// Writes a line to standard error. When that is closed there is nobody to tell.
  static func tell(_ message: String) { _ = write("vetted: \(message.printable)\n", to: STDERR_FILENO) }

  /// - Returns: 0, or the number of the error.
  private static func write(_ text: String, to descriptor: CInt) -> CInt {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno != EINTR { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(count, 0)))
      }
      return 0
    }
  }

  /// Keeps a closed pipe from ending the process by a signal, so that ``write(_:)`` can tell.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  static var errorsAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Seconds since 1970.
  @Sendable static func now() -> Int { Int(Date.now.timeIntervalSince1970) }

  /// Shows how far long work is, on one line of a terminal, in place of what was shown before.
  static func progress(_ text: String) { _ = write("\r\u{1B}[K\(text.printable)", to: STDERR_FILENO) }

  /// Takes the line of progress off a terminal.
  static func endProgress() {
    if errorsAreTerminal { _ = write("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  /// Whether colour is wanted: on a terminal, unless `NO_COLOR` is set (no-color.org).
  static var wantsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  /// The columns of the terminal, at most 110; 100 for files and pipes.
  static var width: Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? min(Int(size.ws_col), 110) : 100
  }
}
