import ArgumentParser
import Foundation

/// Measurements of the program as its user meets it: whole processes, wall time and peak memory, JSON on standard output.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure speed and memory of the release build.",
    discussion: "Medians over the runs; the first run, which may build the pack, does not count.")

  @Option(name: .long, help: "How often each measurement is repeated.")
  var runs = 9

  @Option(name: .long, help: "The program to measure; by default the one beside this one.")
  var program: String?

  @Option(name: .long, help: "Only measurements whose name contains this.")
  var only: String?

  func run() throws {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "vetted")
      .path
    let program = program ?? beside
    let folder = FileManager.default.temporaryDirectory.appending(path: "vetted-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }

    var results: [Measurement] = []
    for workload in Workload.all where only.map(workload.name.contains) ?? true {
      let arguments = try workload.prepare(folder)
      if !workload.isLong { _ = try ChildProcess.run(program, arguments) }
      let count = workload.isLong ? 1 : runs
      let usages = try (0..<count).map { _ in try ChildProcess.run(program, arguments) }
      results.append(Measurement(of: workload, usages))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    print(String(decoding: try encoder.encode(results), as: UTF8.self))
  }
}

/// What the runs of one workload came to.
struct Measurement: Encodable {
  let name: String
  let runs: Int
  /// Wall time in milliseconds.
  let medianMilliseconds: Double
  let slowestMilliseconds: Double
  /// The largest resident set of any run, in mebibytes.
  let peakMebibytes: Double
  /// How many of what is worked through are done in a second of processor time, by the median.
  let perSecond: Double?

  init(of workload: Workload, _ usages: [ChildProcess.Usage]) {
    let times = usages.map(\.milliseconds).sorted()
    let processorTimes = usages.map(\.processorSeconds).sorted()
    name = workload.name
    runs = usages.count
    medianMilliseconds = Self.rounded(times[times.count / 2])
    slowestMilliseconds = Self.rounded(times[times.count - 1])
    peakMebibytes = Self.rounded(usages.map(\.peakMebibytes).max() ?? 0)
    perSecond = workload.count.map { Self.rounded(Double($0) / processorTimes[processorTimes.count / 2]) }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
