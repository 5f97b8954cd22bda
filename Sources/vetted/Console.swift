import Foundation

/// The streams of the process.
enum Console {
  /// Writes to standard output, whole. When nobody reads on (a closed pipe), the process ends as if all were well: that
  /// the reader has seen enough is no failure.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno == EPIPE {
          Glibc.exit(ExitStatus.clean.rawValue)
        } else if errno != EINTR {
          tell("standard output cannot be written: \(String(cString: strerror(errno)))")
          Glibc.exit(ExitStatus.failed.rawValue)
        }
      }
    }
  }

  /// Writes a line to standard error.
  static func tell(_ message: String) {
    FileHandle.standardError.write(Data("vetted: \(message)\n".utf8))
  }

  /// Keeps a closed pipe from ending the process by a signal, so that ``write(_:)`` can tell.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

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
