// The states that read `file:` addresses, with the drive letters of Windows.

extension WebAddressParser {
  mutating func readFile(_ scalar: Unicode.Scalar?) {
    setScheme("file")
    address.host = .empty
    if isSlash(scalar) {
      state = .fileSlash
      return
    }
    guard let base, base.scheme == "file" else { return hand(to: .path) }
    address.host = base.host
    continueBase(base, at: scalar)
  }

  mutating func readFileSlash(_ scalar: Unicode.Scalar?) {
    if isSlash(scalar) {
      state = .fileHost
      return
    }
    if let base, base.scheme == "file" {
      address.host = base.host
      if !startsWithDriveLetter(input[position...]), let drive = base.segments.first,
        isDriveLetter(drive, normalized: true)
      {
        address.segments = [drive]
      }
    }
    hand(to: .path)
  }

  mutating func readFileHost(_ scalar: Unicode.Scalar?) throws(WebAddressFlaw) {
    guard endsAuthority(scalar) else {
      if let scalar { buffer.unicodeScalars.append(scalar) }
      return
    }
    if isDriveLetter(buffer) {
      // The letter stays in the buffer: it is the first segment of the path.
      return hand(to: .path)
    }
    let host = buffer.isEmpty ? WebHost.empty : try WebHost(buffer, isOpaque: false)
    address.host = host == .domain("localhost") ? .empty : host
    buffer = ""
    hand(to: .pathStart)
  }

  /// https://url.spec.whatwg.org/#windows-drive-letter
  func isDriveLetter(_ text: String, normalized: Bool = false) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return scalars.count == 2 && scalars[0].isASCIIAlpha && (scalars[1] == ":" || (scalars[1] == "|" && !normalized))
  }

  /// https://url.spec.whatwg.org/#start-with-a-windows-drive-letter
  func startsWithDriveLetter(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let letter = String(String.UnicodeScalarView(rest.prefix(2)))
    let next = rest.dropFirst(2).first
    return isDriveLetter(letter) && (next == nil || next == "/" || next == "\\" || next == "?" || next == "#")
  }
}
