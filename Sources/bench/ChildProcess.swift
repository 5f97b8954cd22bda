import Foundation

/// Runs a program and tells what it took.
enum ChildProcess {
  struct Usage {
    let milliseconds: Double
    let peakMebibytes: Double
    /// Of the process, not of the system on its behalf.
    let processorSeconds: Double
  }

  /// Runs to the end, with standard output and error thrown away.
  ///
  /// - Throws: ``BenchError`` when the program cannot be started or fails (an exit status above 1).
  static func run(_ program: String, _ arguments: [String]) throws(BenchError) -> Usage {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var child = pid_t()
    let started = ContinuousClock.now
    guard posix_spawn(&child, program, &actions, nil, &argv, environ) == 0 else {
      throw BenchError(description: "\(program) cannot be started; build it with make build")
    }
    var status: Int32 = 0
    var usage = rusage()
    wait4(child, &status, 0, &usage)
    let elapsed = ContinuousClock.now - started
    let exit = (status >> 8) & 0xFF
    guard status & 0x7F == 0, exit <= 1 else {
      throw BenchError(description: "vetted \(arguments.joined(separator: " ")) ended with status \(status)")
    }
    return Usage(
      milliseconds: elapsed / .milliseconds(1), peakMebibytes: Double(usage.ru_maxrss) / 1024,
      processorSeconds: Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6)
  }
}

struct BenchError: Error, CustomStringConvertible {
  let description: String
}
