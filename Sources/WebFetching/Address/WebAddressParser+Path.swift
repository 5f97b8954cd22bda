// The states that read what follows the authority: path, query and fragment.

extension WebAddressParser {
  mutating func readPathStart(_ scalar: Unicode.Scalar?) {
    if isSpecial {
      if isSlash(scalar) { state = .path } else { hand(to: .path) }
    } else if scalar == "?" {
      startQuery()
    } else if scalar == "#" {
      startFragment()
    } else if scalar == "/" {
      state = .path
    } else if scalar != nil {
      hand(to: .path)
    }
  }

  mutating func readPath(_ scalar: Unicode.Scalar?) {
    guard endsAuthority(scalar) else {
      if let scalar { buffer.append(scalar, encoding: .path) }
      return
    }
    takeSegment(isLast: !isSlash(scalar))
    if scalar == "?" { startQuery() }
    if scalar == "#" { startFragment() }
  }

  /// Ends a segment of the path: `.` stays where it is, `..` goes up, others are appended.
  private mutating func takeSegment(isLast: Bool) {
    switch dots(in: buffer) {
    case 2:
      shortenPath()
      if isLast { address.segments.append("") }
    case 1:
      if isLast { address.segments.append("") }
    default:
      if address.scheme == "file", address.segments.isEmpty, isDriveLetter(buffer) {
        buffer = String(buffer.unicodeScalars.prefix(1)) + ":"
      }
      address.segments.append(buffer)
    }
    buffer = ""
  }

  /// Drops the last segment, but never the drive letter of a file (https://url.spec.whatwg.org/#shorten-a-urls-path).
  mutating func shortenPath() {
    guard let first = address.segments.first else { return }
    if address.scheme == "file", address.segments.count == 1, isDriveLetter(first, normalized: true) { return }
    address.segments.removeLast()
  }

  /// How many dots a segment of dots has, `%2e` counting as one; `nil` for any other segment.
  private func dots(in segment: String) -> Int? {
    guard !segment.isEmpty, segment.utf8.count <= 6 else { return nil }
    var count = 0
    var rest = segment.utf8[...]
    while let byte = rest.first {
      let length = byte == UInt8(ascii: ".") ? 1 : 3
      guard length == 1 || Substring(rest.prefix(3)).lowercased() == "%2e" else { return nil }
      rest = rest.dropFirst(length)
      count += 1
    }
    return count
  }

  mutating func readOpaquePath(_ scalar: Unicode.Scalar?) {
    switch scalar {
    case nil: endOpaquePath()
    case "?":
      endOpaquePath()
      startQuery()
    case "#":
      endOpaquePath()
      startFragment()
    case " " where following == "?" || following == "#": buffer += "%20"
    case let scalar?: buffer.append(scalar, encoding: .control)
    }
  }

  private mutating func endOpaquePath() {
    address.opaquePath = buffer
    buffer = ""
  }

  mutating func readQuery(_ scalar: Unicode.Scalar?) {
    if let scalar, scalar != "#" {
      buffer.append(scalar, encoding: isSpecial ? .specialQuery : .query)
      return
    }
    address.query = buffer
    buffer = ""
    if scalar == "#" { startFragment() }
  }

  mutating func readFragment(_ scalar: Unicode.Scalar?) {
    if let scalar {
      buffer.append(scalar, encoding: .fragment)
    } else {
      address.fragment = buffer
    }
  }
}
