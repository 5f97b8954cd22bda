/// A run of full stops, question and exclamation marks, with what closes behind it.
struct Terminator {
  enum Kind { case stop, exclamation, ellipsis, spacedEllipsis, wide }

  let kind: Kind
  let start: Int
  /// Behind the run.
  let end: Int
  /// Behind the quotation marks, brackets and footnotes that close with it.
  let closersEnd: Int
  /// How many full stops a spaced ellipsis has.
  let stops: Int

  init(in bytes: [UInt8], at start: Int, limit: Int) {
    self.start = start
    var end = start
    var stops = 0
    var asks = false
    var isWide = false
    scan: while end < limit {
      let (scalar, length) = bytes.scalar(at: end)
      switch scalar {
      case ".": stops += 1
      case "…": stops += 3
      case "!", "?", "‼", "⁇", "⁈", "⁉": asks = true
      case "。", "．", "！", "？": isWide = true
      default: break scan
      }
      end += length
    }
    let isSpaced = !asks && stops == 1
    if isSpaced {
      while end + 1 < limit, bytes[end] == " ", bytes[end + 1] == "." {
        stops += 1
        end += 2
      }
    }
    kind = isWide ? .wide : asks ? .exclamation : stops == 1 ? .stop : isSpaced ? .spacedEllipsis : .ellipsis
    self.end = end
    self.stops = stops
    let footnoteEnd = kind == .stop ? Self.footnoteEnd(in: bytes, from: end, limit: limit) : nil
    closersEnd = footnoteEnd ?? bytes.afterClosers(from: end, limit: limit)
  }

  /// Behind the numbers of footnotes, written without brackets: `as shown.11 12 Next`.
  private static func footnoteEnd(in bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    guard bytes.byte(at: start).isDigit, bytes.byte(at: start - 2).isLower || bytes.byte(at: start - 2) == ")" else {
      return nil
    }
    var end = start
    while end < limit, end - start < 16 {
      let digitsEnd = bytes.end(from: end, while: \.isDigit)
      guard (1...3).contains(digitsEnd - end), bytes.byte(at: digitsEnd) == " " else { return nil }
      if bytes.byte(at: digitsEnd + 1).isUpper { return digitsEnd }
      end = digitsEnd + 1
    }
    return nil
  }
}
