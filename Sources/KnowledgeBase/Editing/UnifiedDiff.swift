/// What has to be done to one text to get another, as `patch` and `git apply` take it: the unified format of GNU diffutils
/// with three lines of context.
///
/// Lines are compared by their bytes. It is meant for files of some hundred lines.
public struct UnifiedDiff: Hashable, Sendable, CustomStringConvertible {
  /// The diff, ending in a line feed; empty for equal texts.
  public let description: String

  /// - Parameters:
  ///   - old: empty for a file that is new.
  ///   - new: empty for a file that is gone.
  ///   - path: of the file below the root of the repository.
  public init(from old: String, to new: String, path: String) {
    let script = Self.script(from: Self.lines(of: old), to: Self.lines(of: new))
    let hunks = Self.hunks(of: script)
    guard !hunks.isEmpty else {
      description = ""
      return
    }
    description =
      "--- \(old.isEmpty ? "/dev/null" : "a/\(path)")\n+++ \(new.isEmpty ? "/dev/null" : "b/\(path)")\n"
      + hunks.map { Self.text(of: $0, in: script) }.joined()
  }
}

extension UnifiedDiff {
  private static let context = 3

  private struct Line {
    enum Mark: String {
      case kept = " "
      case removed = "-"
      case added = "+"
    }
    let mark: Mark
    /// With its line feed, if it has one.
    let text: Substring
  }

  /// The lines, each with its line feed; the last may have none.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")).map(rest.utf8.index(after:)) ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  /// The lines of both texts in order, those that are removed before those that are added in their place.
  private static func script(from old: [Substring], to new: [Substring]) -> [Line] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old, by: { $0.utf8.elementsEqual($1.utf8) }) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var script: [Line] = []
    var (nextOld, nextNew) = (0, 0)
    while nextOld < old.count || nextNew < new.count {
      if removed.contains(nextOld) {
        script.append(Line(mark: .removed, text: old[nextOld]))
        nextOld += 1
      } else if added.contains(nextNew) {
        script.append(Line(mark: .added, text: new[nextNew]))
        nextNew += 1
      } else {
        script.append(Line(mark: .kept, text: old[nextOld]))
        nextOld += 1
        nextNew += 1
      }
    }
    return script
  }

  /// The parts of a script with changes and their context; parts that touch are one.
  private static func hunks(of script: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in script.enumerated() where line.mark != .kept {
      let range = max(0, index - context)..<min(script.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func text(of hunk: Range<Int>, in script: [Line]) -> String {
    func range(without mark: Line.Mark) -> String {
      let start = script[..<hunk.lowerBound].count { $0.mark != mark }
      let count = script[hunk].count { $0.mark != mark }
      // Of a range without lines the line before it is named.
      return "\(count == 0 ? start : start + 1),\(count)"
    }
    let lines = script[hunk].map { line in
      let hasLineFeed = line.text.utf8.last == UInt8(ascii: "\n")
      return "\(line.mark.rawValue)\(line.text)\(hasLineFeed ? "" : "\n\\ No newline at end of file\n")"
    }
    return "@@ -\(range(without: .added)) +\(range(without: .removed)) @@\n" + lines.joined()
  }
}
