/// An element that has begun and not ended.
struct OpenElement {
  enum Role: Equatable {
    /// Its children say something of the feed, or are items.
    case feed
    case item
    /// Its children say something of an author.
    case person(rank: Int)
    /// Its text is captured.
    case field
    case ignored
  }

  /// As written, with its prefix.
  let name: String
  var role: Role
  /// What relative addresses within are relative to, if the feed says so.
  let base: String?
}

/// The text of an element while it comes in.
struct TextCapture {
  let field: FeedField
  private(set) var construct: TextConstruct
  /// With references decoded once, but for ``TextConstruct/xhtml``; tags within stand as written.
  private(set) var bytes: [UInt8] = []
  private(set) var isTruncated = false
  /// Whether an id may be an address: `isPermaLink` of RSS 2.0.
  var isPermanentLink = false
  private let tag: String
  /// How many elements of the same name are open within.
  private var nested = 0

  /// What is longer is cut, in bytes: no text of an item that anybody reads is as long.
  private static let longest = 4 << 20

  init(field: FeedField, construct: TextConstruct, tag: String) {
    self.field = field
    self.construct = construct
    self.tag = tag
  }

  mutating func append(text: ArraySlice<UInt8>) {
    guard hasRoom(for: text) else { return }
    if construct == .xhtml { bytes.append(contentsOf: text) } else { CharacterReference.decode(text, into: &bytes) }
  }

  mutating func append(cdata: ArraySlice<UInt8>) {
    guard hasRoom(for: cdata) else { return }
    guard construct == .xhtml else {
      bytes.append(contentsOf: cdata)
      return
    }
    for byte in cdata {
      switch byte {
      case .lessThan: bytes.append(contentsOf: "&lt;".utf8)
      case .ampersand: bytes.append(contentsOf: "&amp;".utf8)
      default: bytes.append(byte)
      }
    }
  }

  mutating func append(startTag tag: ArraySlice<UInt8>, _ attributes: TagAttributes, isEmpty: Bool) {
    if !isEmpty, tag.elementsEqual(self.tag.utf8) { nested += 1 }
    append(tag: tag, opening: "<")
  }

  mutating func append(endTag tag: ArraySlice<UInt8>) { append(tag: tag, opening: "</") }

  /// Whether an end tag ends an element of the same name within.
  mutating func isInner(endTag tag: ArraySlice<UInt8>) -> Bool {
    guard nested > 0, tag.elementsEqual(self.tag.utf8) else { return false }
    nested -= 1
    return true
  }

  /// A tag without its attributes, of which the text needs none.
  private mutating func append(tag: ArraySlice<UInt8>, opening: String) {
    if construct == .text { construct = .html }
    guard hasRoom(for: tag) else { return }
    bytes.append(contentsOf: opening.utf8)
    // `xhtml:p` is a `p`.
    let local = tag.lastIndex(of: UInt8(ascii: ":")).map { tag[($0 + 1)...] } ?? tag
    bytes.append(contentsOf: local)
    bytes.append(.greaterThan)
  }

  private mutating func hasRoom(for more: ArraySlice<UInt8>) -> Bool {
    if bytes.count + more.count > Self.longest { isTruncated = true }
    return !isTruncated
  }
}
