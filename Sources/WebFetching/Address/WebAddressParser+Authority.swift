// The states that read what stands between the two slashes and the path: credentials, host and port.

extension WebAddressParser {
  mutating func startAuthority() {
    state = .authority
    bufferStart = position + 1
  }

  mutating func readSpecialAuthoritySlashes(_ scalar: Unicode.Scalar?) {
    guard scalar == "/", following == "/" else { return hand(to: .specialAuthorityIgnoreSlashes) }
    position += 1
    state = .specialAuthorityIgnoreSlashes
  }

  mutating func readSpecialAuthorityIgnoreSlashes(_ scalar: Unicode.Scalar?) {
    guard scalar != "/", scalar != "\\" else { return }
    position -= 1
    startAuthority()
  }

  /// Reads to the end of the authority. What stands before the last `@` is credentials; from behind it the input is
  /// read again as a host.
  mutating func readAuthority(_ scalar: Unicode.Scalar?) throws(WebAddressFlaw) {
    if scalar == "@" {
      takeCredentials()
    } else if endsAuthority(scalar) {
      if sawAtSign, buffer.isEmpty { throw .noHost }
      position = bufferStart - 1
      buffer = ""
      state = .host
    } else if let scalar {
      buffer.unicodeScalars.append(scalar)
    }
  }

  private mutating func takeCredentials() {
    if sawAtSign { buffer = "%40" + buffer }
    sawAtSign = true
    for scalar in buffer.unicodeScalars {
      if scalar == ":", !sawPasswordColon {
        sawPasswordColon = true
      } else if sawPasswordColon {
        address.password.append(scalar, encoding: .userinfo)
      } else {
        address.username.append(scalar, encoding: .userinfo)
      }
    }
    buffer = ""
    bufferStart = position + 1
  }

  mutating func readHost(_ scalar: Unicode.Scalar?) throws(WebAddressFlaw) {
    if scalar == ":", !isInBrackets {
      if buffer.isEmpty { throw .noHost }
      try takeHost()
      state = .port
    } else if endsAuthority(scalar) {
      if isSpecial, buffer.isEmpty { throw .noHost }
      try takeHost()
      hand(to: .pathStart)
    } else if let scalar {
      if scalar == "[" { isInBrackets = true }
      if scalar == "]" { isInBrackets = false }
      buffer.unicodeScalars.append(scalar)
    }
  }

  private mutating func takeHost() throws(WebAddressFlaw) {
    address.host = buffer.isEmpty ? .empty : try WebHost(buffer, isOpaque: !isSpecial)
    buffer = ""
  }

  mutating func readPort(_ scalar: Unicode.Scalar?) throws(WebAddressFlaw) {
    if let scalar, scalar.isASCIIDigit {
      buffer.unicodeScalars.append(scalar)
      return
    }
    guard endsAuthority(scalar) else { throw .badPort }
    if !buffer.isEmpty {
      guard let port = UInt16(buffer) else { throw .badPort }
      address.port = port == address.effectivePort ? nil : port
    }
    buffer = ""
    hand(to: .pathStart)
  }
}
