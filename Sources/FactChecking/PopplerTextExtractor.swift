public import ContentExtraction
import Foundation

/// Gets the text out of PDF documents with `pdftotext` of Poppler (https://poppler.freedesktop.org).
///
/// The program runs in a process of its own, in a folder of its own, with limits on its time, its memory and what it may
/// write, so that a document made to hurt takes nothing else with it.
public struct PopplerTextExtractor: PDFTextExtracting {
  public init() {}

  /// Seconds of the processor, 1,024-byte pieces of memory, and pieces of the same size that may be written.
  private static let limits = (seconds: 20, memory: 1_000_000, output: 16_384)
  /// Pages that are read.
  private static let pages = 500

  /// - Throws: ``PDFTextError``
  public func text(of document: [UInt8]) throws(PDFTextError) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vetted-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "document.pdf"), folder.appending(path: "text"))
    do {
      let owned: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: owned)
      try Data(document).write(to: input)
      switch try Self.run(["pdftotext", "-q", "-enc", "UTF-8", "-l", "\(Self.pages)", input.path, output.path]) {
      case .exited(0): return Array(try Data(contentsOf: output))
      // The shell found no such program.
      case .exited(127): throw PDFTextError.readerMissing
      case .exited: throw PDFTextError.unreadable
      case .killed: throw PDFTextError.tooDemanding
      }
    } catch let error as PDFTextError {
      throw error
    } catch {
      throw .unreadable
    }
  }

  private enum End { case exited(Int32), killed }

  /// Runs a program within the limits and waits for it.
  private static func run(_ command: [String]) throws -> End {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let limited = "ulimit -t \(limits.seconds) -v \(limits.memory) -f \(limits.output); exec \"$@\""
    process.arguments = ["-c", limited, "sh"] + command
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + .seconds(2 * limits.seconds))
    timer.setEventHandler { kill(process.processIdentifier, SIGKILL) }
    timer.resume()
    defer { timer.cancel() }
    process.waitUntilExit()
    return process.terminationReason == .exit ? .exited(process.terminationStatus) : .killed
  }
}
