/// Takes the marks of emphasis, code, links and HTML out of a paragraph of Markdown.
struct MarkdownInline {
  /// How far ahead the end of a link's text, of its address or of a tag is looked for, in bytes.
  private static let reach = 1000

  private let source: [UInt8]
  private var output: [UInt8] = []
  private var position = 0
  /// The last search for each byte: where it began and what it found, so that no byte is searched twice.
  private var lookups: [UInt8: (from: Int, found: Int)] = [:]
  /// Runs of emphasis marks in the output that may yet be closed, by the run.
  private var openers: [[UInt8]: Int] = [:]
  /// The ranges of the output that turned out to be marks.
  private var marks: [Range<Int>] = []

  /// The text as a reader sees it.
  static func plainText(of source: [UInt8]) -> [UInt8] {
    guard source.contains(where: "*_~`[]<\\&!".utf8.contains) else { return source }
    var inline = MarkdownInline(source: source)
    inline.read()
    return inline.withoutMarks
  }

  private init(source: [UInt8]) { self.source = source }

  private var withoutMarks: [UInt8] {
    var text: [UInt8] = []
    var next = 0
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      text.append(contentsOf: output[next..<mark.lowerBound])
      next = mark.upperBound
    }
    return text + output[next...]
  }

  private mutating func read() {
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: "\\"): readEscape()
      case UInt8(ascii: "`"): readCode()
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): readEmphasis()
      case UInt8(ascii: "!") where source[position...].starts(with: "![".utf8): readImage()
      case UInt8(ascii: "["): readLink()
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&"): readEntity()
      default: copyByte()
      }
    }
  }

  private mutating func copyByte() {
    output.append(source[position])
    position += 1
  }

  /// The index of a byte not far behind an offset.
  private mutating func index(of byte: UInt8, from start: Int) -> Int? {
    if let known = lookups[byte], known.from <= start, start < known.found {
      return known.found < min(start + Self.reach, source.count) ? known.found : nil
    }
    let found = source[min(start, source.count)...].firstIndex(of: byte) ?? source.count
    lookups[byte] = (start, found)
    return found < min(start + Self.reach, source.count) ? found : nil
  }

  private mutating func readEscape() {
    let next = position + 1 < source.count ? source[position + 1] : 0
    let isPunctuation = next > 0x20 && next < 0x7F && !next.isASCIILetter && !next.isASCIIDigit
    if isPunctuation { position += 1 }
    copyByte()
  }

  private mutating func readCode() {
    let ticks = source[position...].prefix { $0 == UInt8(ascii: "`") }.count
    let start = position + ticks
    var from = start
    while let close = index(of: UInt8(ascii: "`"), from: from), close - start < Self.reach {
      let run = source[close...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == ticks {
        output.append(contentsOf: source[start..<close])
        position = close + run
        return
      }
      from = close + run
    }
    output.append(contentsOf: source[position..<start])
    position = start
  }

  /// A run of marks opens when text follows it, and closes the last open run of its kind when text precedes it
  /// (CommonMark 0.31, §6.2, without its rule of three).
  private mutating func readEmphasis() {
    let mark = source[position]
    let run = Array(source[position...].prefix { $0 == mark })
    let before = position > 0 ? source[position - 1] : .space
    position += run.count
    let after = position < source.count ? source[position] : .space
    let isWithinWord = mark == UInt8(ascii: "_") && before.isWordByte && after.isWordByte
    let here = output.count..<(output.count + run.count)
    output.append(contentsOf: run)
    guard run.count <= 3, !isWithinWord, mark != UInt8(ascii: "~") || run.count == 2 else { return }
    if !before.isASCIISpace, let opener = openers.removeValue(forKey: run) {
      marks.append(opener..<(opener + run.count))
      marks.append(here)
    } else if !after.isASCIISpace {
      openers[run] = here.lowerBound
    }
  }

  private mutating func readImage() {
    guard let close = index(of: UInt8(ascii: "]"), from: position), let end = endOfTarget(behind: close) else {
      return copyByte()
    }
    position = end
  }

  /// `[text](address)`, `[text][name]` and `[text]` show their text, `[^note]` nothing.
  private mutating func readLink() {
    guard let close = index(of: UInt8(ascii: "]"), from: position) else { return copyByte() }
    let inner = source[(position + 1)..<close]
    if inner.first == UInt8(ascii: "^") {
      position = close + 1
    } else if let end = endOfTarget(behind: close) {
      output.append(contentsOf: MarkdownInline.plainText(of: Array(inner.filter { $0 != UInt8(ascii: "[") })))
      position = end
    } else {
      copyByte()
    }
  }

  /// Where `(address)` or `[name]` ends that follows a closing bracket.
  private mutating func endOfTarget(behind close: Int) -> Int? {
    guard close + 1 < source.count else { return nil }
    switch source[close + 1] {
    case UInt8(ascii: "("): return index(of: UInt8(ascii: ")"), from: close + 2).map { $0 + 1 }
    case UInt8(ascii: "["): return index(of: UInt8(ascii: "]"), from: close + 2).map { $0 + 1 }
    default: return nil
    }
  }

  /// A tag goes, an address in angle brackets stays without them.
  private mutating func readTag() {
    let next = position + 1 < source.count ? source[position + 1] : 0
    guard next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!"),
      let close = index(of: .greaterThan, from: position)
    else { return copyByte() }
    let inner = source[(position + 1)..<close]
    if inner.contains(UInt8(ascii: ":")) || inner.contains(UInt8(ascii: "@")), !inner.contains(.space) {
      output.append(contentsOf: inner)
    }
    position = close + 1
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "#39": "'", "nbsp": "\u{A0}", "mdash": "—",
    "ndash": "–", "hellip": "…", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”",
  ]

  private mutating func readEntity() {
    guard let end = source[position...].prefix(10).firstIndex(of: UInt8(ascii: ";")),
      let character = Self.entities[String(decoding: source[(position + 1)..<end], as: UTF8.self)]
    else { return copyByte() }
    output.append(contentsOf: character.utf8)
    position = end + 1
  }
}
