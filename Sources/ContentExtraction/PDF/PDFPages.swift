import FactCheckCore

/// The text of a PDF document, put back into paragraphs.
///
/// A PDF knows lines and where they stand, not what belongs together: lines are joined, words that were hyphenated at the
/// end of a line are made whole, and what stands at the top or foot of the pages again and again is left out, with their
/// numbers. A paragraph that ends in the middle of a sentence goes on at the top of the next page.
struct PDFPages {
  private let pages: [[Line]]

  private typealias Line = ArraySlice<UInt8>

  /// - Parameter text: in UTF-8, a form feed behind each page, a blank line between paragraphs.
  init(_ text: [UInt8]) {
    pages = text.split(separator: 0x0C, omittingEmptySubsequences: false).map { page in
      let page = Array(page)
      return TextLines(page).map { page[page.trimmed($0)] }
    }
  }

  /// The paragraphs and list items.
  func document(from source: Document.Source) -> Document {
    var builder = DocumentBuilder()
    for (kind, characters) in blocks { builder.append(kind, characters) }
    return builder.document(from: source)
  }

  private var blocks: [(kind: Document.Block.Kind, characters: [UInt8])] {
    var blocks: [(kind: Document.Block.Kind, characters: [UInt8])] = []
    let running = runningLines
    for page in pages {
      var startsAnew = true
      for line in body(of: page, without: running) {
        defer { startsAnew = line.isEmpty }
        if line.isEmpty { continue }
        if let marker = ListMarker(line) {
          blocks.append((.listItem, Array(line.dropFirst(marker.length))))
        } else if let last = blocks.indices.last, !startsAnew || blocks[last].characters.goesOn(with: line) {
          blocks[last].characters.join(line)
        } else {
          blocks.append((.paragraph, Array(line)))
        }
      }
    }
    return blocks
  }

  // MARK: Heads and feet

  /// How many lines at the top and at the foot of a page may be a running head or foot.
  private static let edge = 2
  /// On so many pages a line stands before it is taken for one.
  private static let leastRepeats = 3

  /// The lines without their digits that stand at the top or foot of at least three pages, and of a third of all.
  private var runningLines: Set<[UInt8]> {
    var counts: [[UInt8]: Int] = [:]
    for page in pages {
      let lines = page.filter { !$0.isEmpty }
      for line in Set((lines.prefix(Self.edge) + lines.suffix(Self.edge)).map(\.withoutDigits)) {
        counts[line, default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= max(Self.leastRepeats, pages.count / 3) }.keys)
  }

  /// The lines of a page between its running head and foot.
  private func body(of page: [Line], without running: Set<[UInt8]>) -> ArraySlice<Line> {
    var body = page[...]
    func isRunning(_ line: Line) -> Bool {
      line.isEmpty || line.isPageNumber || running.contains(line.withoutDigits)
    }
    body = body.drop(while: isRunning)
    while let last = body.last, isRunning(last) { body.removeLast() }
    return body
  }
}

extension UInt8 {
  fileprivate var isASCIISmallLetter: Bool { isASCIILetter && self & 0x20 != 0 }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutDigits: [UInt8] { filter { !$0.isASCIIDigit } }

  /// Whether the line is a number, with or without the word “page” and a total.
  fileprivate var isPageNumber: Bool {
    let words = split { !$0.isASCIIDigit && !$0.isASCIILetter }.map { String(decoding: $0, as: UTF8.self).lowercased() }
    return (1...4).contains(words.count) && words.contains { Int($0) != nil }
      && words.allSatisfy { Int($0) != nil || ["page", "p", "of"].contains($0) }
  }
}

extension [UInt8] {
  /// Adds the next line of the same paragraph. Before a small letter a hyphen at the end is taken for one that the line's
  /// end brought about.
  fileprivate mutating func join(_ line: ArraySlice<UInt8>) {
    if last == UInt8(ascii: "-"), dropLast().last?.isASCIILetter == true, line.first?.isASCIISmallLetter == true {
      removeLast()
    } else {
      append(.space)
    }
    append(contentsOf: line)
  }

  /// Whether a sentence of this paragraph goes on with the line, although a page ends or a gap lies between.
  fileprivate func goesOn(with line: ArraySlice<UInt8>) -> Bool {
    guard let last, line.first?.isASCIISmallLetter == true else { return false }
    return last.isASCIILetter || last == UInt8(ascii: ",") || last == UInt8(ascii: "-")
  }
}
