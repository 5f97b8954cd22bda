/// The attributes of a tag, read when they are asked for.
struct TagAttributes {
  /// What stands between the name and the end of the tag.
  private let source: ArraySlice<UInt8>

  init(_ source: ArraySlice<UInt8>) { self.source = source }

  var isEmpty: Bool { source.isEmpty }

  /// The value of an attribute, decoded and without white space around it; the case of names does not count.
  subscript(name: String) -> String? {
    var value: String?
    forEach { key, text in
      if value == nil, key.elementsEqual(name.utf8, by: { $0.asciiLowercased == $1.asciiLowercased }) {
        value = Self.decoded(text)
      }
    }
    return value
  }

  /// Calls with each name and its undecoded value.
  func forEach(_ body: (_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Void) {
    var rest = source
    while true {
      rest = rest.drop { $0.isASCIISpace || $0 == .slash || $0 == UInt8(ascii: "?") }
      guard !rest.isEmpty else { return }
      let name = rest.prefix { !$0.isASCIISpace && $0 != UInt8(ascii: "=") }
      rest = rest[name.endIndex...].drop(while: \.isASCIISpace)
      guard rest.first == UInt8(ascii: "=") else {
        if name.isEmpty { rest = rest.dropFirst() }
        continue
      }
      rest = rest.dropFirst().drop(while: \.isASCIISpace)
      let value: ArraySlice<UInt8>
      if let quote = rest.first, quote.isQuote {
        value = rest.dropFirst().prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
      } else {
        value = rest.prefix { !$0.isASCIISpace }
        rest = rest[value.endIndex...]
      }
      body(name, value)
    }
  }

  static func decoded(_ value: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    CharacterReference.decode(value, into: &bytes)
    return bytes.trimmedText ?? ""
  }
}
