/// Where web addresses, e-mail addresses, mentions and hashtags end.
extension [UInt8] {
  /// The end of the web or e-mail address that begins at an offset; `nil` where there is none.
  func addressEnd(from start: Int) -> Int? {
    let end = labelEnd(from: start)
    switch byte(at: end) {
    case ":": return webSchemeEnd(from: start).map { webAddressEnd(from: $0) }
    case ".":
      if end - start == 3, matches("www", at: start), byte(at: end + 1).isAlphanumeric {
        return webAddressEnd(from: end)
      }
      return emailEnd(from: start) ?? domainEnd(from: start).map { webAddressEnd(from: $0) }
    case "@", "_", "+": return emailEnd(from: start)
    default: return nil
    }
  }

  private func webSchemeEnd(from start: Int) -> Int? {
    if matches("https://", at: start) { return start + 8 }
    if matches("http://", at: start) { return start + 7 }
    return nil
  }

  /// Goes on to white space or a delimiter (RFC 3986, appendix C), then leaves the punctuation of the sentence outside.
  private func webAddressEnd(from start: Int) -> Int {
    var end = start
    var openBrackets = 0
    scan: while end < count {
      switch self[end] {
      case 0...0x20, "<", ">", "\"", "`", "{", "}", "|", "\\", "^": break scan
      case 0xE2 where byte(at: end + 1) == 0x80 && byte(at: end + 2) >= 0x98 && byte(at: end + 2) <= 0x9F: break scan
      case "(": openBrackets += 1
      case ")":
        if openBrackets == 0 { break scan }
        openBrackets -= 1
      default: break
      }
      end += 1
    }
    while end > start, self[end - 1].endsClause { end -= 1 }
    return end
  }

  /// An address as people write it: RFC 5321 limits the local part to 64 bytes.
  private func emailEnd(from start: Int) -> Int? {
    var at = start
    while at - start <= 64, byte(at: at).isLocalPart { at += 1 }
    guard byte(at: at) == "@", at > start else { return nil }
    return hostEnd(from: at + 1)?.end
  }

  /// The end of a bare domain name that ends in a familiar top-level domain.
  func domainEnd(from start: Int) -> Int? {
    guard let (end, lastLabel) = hostEnd(from: start) else { return nil }
    let label = String(decoding: self[lastLabel..<end].map(\.lowercased), as: UTF8.self)
    return Self.topLevelDomains.contains(label) ? end : nil
  }

  /// Two to six labels with dots between them.
  private func hostEnd(from start: Int) -> (end: Int, lastLabel: Int)? {
    var label = start
    for number in 1...6 {
      let end = labelEnd(from: label)
      guard end > label else { return nil }
      if byte(at: end) != "." || !byte(at: end + 1).isAlphanumeric {
        return number > 1 ? (end, label) : nil
      }
      label = end + 1
    }
    return nil
  }

  /// RFC 1035 limits a label to 63 bytes.
  private func labelEnd(from start: Int) -> Int {
    var end = start
    while end - start <= 63, byte(at: end).isAlphanumeric || byte(at: end) == "-" && end > start {
      end += 1
    }
    return end
  }

  /// Only such as are no English words: a missing space after a full stop is more common than a rare domain.
  private static let topLevelDomains: Set<String> = [
    "au", "biz", "ca", "ch", "co", "com", "de", "edu", "eu", "fr", "gov", "ie", "info", "int", "io", "mil", "net", "nz",
    "org", "tv", "uk",
  ]

  /// Whether the `@` at an offset begins a name.
  func isMention(at offset: Int) -> Bool {
    let next = byte(at: offset + 1)
    return (next.isAlphanumeric || next == "_") && !byte(at: offset - 1).isAlphanumeric
  }

  /// The end of the hashtag whose `#` is at an offset; `nil` when no letter follows (`#1`).
  func hashtagEnd(from start: Int) -> Int? {
    guard !byte(at: start - 1).isAlphanumeric else { return nil }
    var end = start + 1
    var hasLetter = false
    while end < count {
      let (scalar, length) = scalar(at: end)
      switch ScalarClass(scalar) {
      case .letter: hasLetter = true
      case .digit: break
      default: if scalar != "_" { return hasLetter ? end : nil }
      }
      end += length
    }
    return hasLetter ? end : nil
  }
}

extension UInt8 {
  fileprivate var endsClause: Bool {
    switch self {
    case ".", ",", ";", ":", "!", "?", "'", "]", "*", "_": true
    default: false
    }
  }

  fileprivate var isLocalPart: Bool {
    isAlphanumeric || self == "." || self == "_" || self == "-"
      || self == "+"
  }
}
