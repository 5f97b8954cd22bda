/// The state machine of the URL Standard (https://url.spec.whatwg.org/#url-parsing), one method a state.
///
/// The states are spread over this type's extensions: the scheme and relative addresses here, then the authority,
/// files, and what follows the host.
struct WebAddressParser {
  enum State {
    case schemeStart, scheme, noScheme
    case specialRelativeOrAuthority, pathOrAuthority, relative, relativeSlash
    case specialAuthoritySlashes, specialAuthorityIgnoreSlashes, authority, host, port
    case file, fileSlash, fileHost
    case pathStart, path, opaquePath, query, fragment
  }

  let input: [Unicode.Scalar]
  let base: WebAddress?
  var address = WebAddress()
  var isSpecial = false
  var state = State.schemeStart
  var position = 0
  /// What a state has collected so far.
  var buffer = ""
  /// Where the part of the authority begins that ``buffer`` holds.
  var bufferStart = 0
  var sawAtSign = false
  var sawPasswordColon = false
  var isInBrackets = false

  /// Drops white space and control characters around the text, and tabs and line breaks in it.
  init(_ text: String, base: WebAddress?) {
    let scalars = text.unicodeScalars
    let isKept = { (scalar: Unicode.Scalar) in scalar.value > 0x20 }
    if let first = scalars.firstIndex(where: isKept), let last = scalars.lastIndex(where: isKept) {
      input = scalars[first...last].filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
    } else {
      input = []
    }
    self.base = base
  }

  /// Runs the machine to the end of the input, at which every state sees `nil`.
  mutating func parse() throws(WebAddressFlaw) -> WebAddress {
    while position <= input.count {
      try step(position < input.count ? input[position] : nil)
      position += 1
    }
    return address
  }

  private mutating func step(_ scalar: Unicode.Scalar?) throws(WebAddressFlaw) {
    switch state {
    case .schemeStart: readSchemeStart(scalar)
    case .scheme: readScheme(scalar)
    case .noScheme: try readWithoutScheme(scalar)
    case .specialRelativeOrAuthority: readSpecialRelativeOrAuthority(scalar)
    case .pathOrAuthority: readPathOrAuthority(scalar)
    case .relative: readRelative(scalar)
    case .relativeSlash: readRelativeSlash(scalar)
    case .specialAuthoritySlashes: readSpecialAuthoritySlashes(scalar)
    case .specialAuthorityIgnoreSlashes: readSpecialAuthorityIgnoreSlashes(scalar)
    case .authority: try readAuthority(scalar)
    case .host: try readHost(scalar)
    case .port: try readPort(scalar)
    case .file: readFile(scalar)
    case .fileSlash: readFileSlash(scalar)
    case .fileHost: try readFileHost(scalar)
    case .pathStart: readPathStart(scalar)
    case .path: readPath(scalar)
    case .opaquePath: readOpaquePath(scalar)
    case .query: readQuery(scalar)
    case .fragment: readFragment(scalar)
    }
  }
}

// MARK: - Moves that states share

extension WebAddressParser {
  /// The character behind the current one.
  var following: Unicode.Scalar? { position + 1 < input.count ? input[position + 1] : nil }

  /// Leaves the current character to another state.
  mutating func hand(to next: State) {
    state = next
    position -= 1
  }

  func isSlash(_ scalar: Unicode.Scalar?) -> Bool { scalar == "/" || (isSpecial && scalar == "\\") }

  /// Whether the authority ends here.
  func endsAuthority(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == nil || scalar == "?" || scalar == "#" || isSlash(scalar)
  }

  mutating func setScheme(_ scheme: String) {
    address.scheme = scheme
    isSpecial = address.isSpecial
  }

  mutating func startQuery() {
    address.query = ""
    state = .query
  }

  mutating func startFragment() {
    address.fragment = ""
    state = .fragment
  }

  mutating func copyAuthority(of other: WebAddress) {
    address.username = other.username
    address.password = other.password
    address.host = other.host
    address.port = other.port
  }
}

// MARK: - The scheme

extension WebAddressParser {
  private mutating func readSchemeStart(_ scalar: Unicode.Scalar?) {
    guard let scalar, scalar.isASCIIAlpha else { return hand(to: .noScheme) }
    buffer.unicodeScalars.append(scalar.asciiLowercased)
    state = .scheme
  }

  private mutating func readScheme(_ scalar: Unicode.Scalar?) {
    switch scalar {
    case let scalar? where scalar.isASCIIAlpha || scalar.isASCIIDigit || "+-.".unicodeScalars.contains(scalar):
      buffer.unicodeScalars.append(scalar.asciiLowercased)
    case ":":
      setScheme(buffer)
      buffer = ""
      state = stateBehindScheme
      if state == .pathOrAuthority { position += 1 }
    default:
      buffer = ""
      position = -1
      state = .noScheme
    }
  }

  private var stateBehindScheme: State {
    if address.scheme == "file" { return .file }
    if isSpecial { return base?.scheme == address.scheme ? .specialRelativeOrAuthority : .specialAuthoritySlashes }
    return following == "/" ? .pathOrAuthority : .opaquePath
  }

  private mutating func readWithoutScheme(_ scalar: Unicode.Scalar?) throws(WebAddressFlaw) {
    guard let base, base.opaquePath == nil || scalar == "#" else { throw .noScheme }
    if base.opaquePath != nil {
      address = base
      startFragment()
    } else {
      hand(to: base.scheme == "file" ? .file : .relative)
    }
  }
}

// MARK: - Relative addresses

extension WebAddressParser {
  private mutating func readSpecialRelativeOrAuthority(_ scalar: Unicode.Scalar?) {
    guard scalar == "/", following == "/" else { return hand(to: .relative) }
    position += 1
    state = .specialAuthorityIgnoreSlashes
  }

  private mutating func readPathOrAuthority(_ scalar: Unicode.Scalar?) {
    guard scalar == "/" else { return hand(to: .path) }
    startAuthority()
  }

  private mutating func readRelative(_ scalar: Unicode.Scalar?) {
    guard let base else { return }
    setScheme(base.scheme)
    if isSlash(scalar) {
      state = .relativeSlash
      return
    }
    copyAuthority(of: base)
    continueBase(base, at: scalar)
  }

  /// Takes the path of the base up to its last slash, or all of it before a query or a fragment.
  mutating func continueBase(_ base: WebAddress, at scalar: Unicode.Scalar?) {
    address.segments = base.segments
    address.query = base.query
    switch scalar {
    case nil: break
    case "?": startQuery()
    case "#": startFragment()
    default:
      address.query = nil
      if base.scheme == "file", startsWithDriveLetter(input[position...]) {
        address.segments = []
      } else {
        shortenPath()
      }
      hand(to: .path)
    }
  }

  private mutating func readRelativeSlash(_ scalar: Unicode.Scalar?) {
    if isSpecial, isSlash(scalar) {
      state = .specialAuthorityIgnoreSlashes
    } else if scalar == "/" {
      startAuthority()
    } else {
      if let base { copyAuthority(of: base) }
      hand(to: .path)
    }
  }
}
