public import FactCheckCore

/// Reads a feed whose bytes come in chunks, giving each item as soon as it is whole.
///
/// ```swift
/// var stream = FeedStream(charset: response.charset, address: response.url)
/// for chunk in chunks { handle(stream.read(chunk)) }
/// let (items, feed) = stream.finish()
/// ```
///
/// It holds one chunk and one item of a feed in XML, however long the feed is; a feed in JSON is held whole.
public struct FeedStream: Sendable {
  private let charset: String?
  private let address: String?
  private var head: [UInt8] = []
  private var state = State.undecided
  private var decoder: ChunkDecoder?

  private enum State {
    case undecided
    case xml(XMLFeedReader)
    case json([UInt8])
    case refused(Diagnostic)
  }

  /// As many bytes are looked at before the encoding and the kind of feed are settled.
  private static let headLength = 1024
  /// The longest feed in JSON, in bytes.
  private static let longestJSON = 64 << 20

  /// - Parameters:
  ///   - charset: the encoding that came with the bytes, if any.
  ///   - address: where the feed came from, which its relative addresses are relative to.
  public init(charset: String? = nil, address: String? = nil) {
    self.charset = charset
    self.address = address
  }

  /// Takes the next bytes.
  ///
  /// - Returns: the items that end in them, in the order of the feed.
  public mutating func read(_ chunk: ArraySlice<UInt8>) -> [FeedItem] { read(chunk, isLast: false) }

  /// Says that all bytes have come.
  ///
  /// - Returns: the items that were not given yet, and what the feed says of itself, without items.
  public mutating func finish() -> (items: [FeedItem], feed: Diagnosed<Feed>) {
    let items = read([], isLast: true)
    let decoding = decoder?.diagnostics ?? []
    switch state {
    case .undecided: return (items, Diagnosed(Feed(), [FeedDiagnostics.empty]))
    case .refused(let diagnostic): return (items, Diagnosed(Feed(), decoding + [diagnostic]))
    case .xml(let reader):
      let refusal = reader.refusal.map { [$0] } ?? []
      return (items, Diagnosed(reader.feed, decoding + refusal + reader.repairs.diagnostics))
    case .json(let text):
      var feed = JSONFeedReader.feed(in: text[...], address: address)
      let items = feed.value.items
      feed.value.items = []
      return (items, Diagnosed(feed.value, decoding + feed.diagnostics))
    }
  }

  private mutating func read(_ chunk: ArraySlice<UInt8>, isLast: Bool) -> [FeedItem] {
    guard decoder == nil else { return decode(chunk, isLast: isLast) }
    guard !head.isEmpty || chunk.count < Self.headLength else {
      decoder = ChunkDecoder(head: Array(chunk.prefix(Self.headLength * 16)), charset: charset)
      return decode(chunk, isLast: isLast)
    }
    head.append(contentsOf: chunk)
    guard isLast || head.count >= Self.headLength else { return [] }
    decoder = ChunkDecoder(head: head, charset: charset)
    defer { head = [] }
    return decode(head[...], isLast: isLast)
  }

  private mutating func decode(_ chunk: ArraySlice<UInt8>, isLast: Bool) -> [FeedItem] {
    guard let text = decoder?.decode(chunk, isLast: isLast) else { return [] }
    if case .undecided = state { begin(with: text) }
    switch state {
    case .undecided, .refused: return []
    case .xml(var reader):
      // Taken out, so that the reader is changed in place.
      state = .undecided
      defer { state = .xml(reader) }
      return reader.read(text, isLast: isLast)
    case .json(var collected):
      state = .undecided
      collected.append(contentsOf: text.filter { $0 != 0 })
      state = collected.count > Self.longestJSON ? .refused(FeedDiagnostics.tooLarge) : .json(collected)
      return []
    }
  }

  /// Settles the kind of feed by the first byte that is no white space.
  private mutating func begin(with text: ArraySlice<UInt8>) {
    guard let first = text.first(where: { !$0.isASCIISpace }) else { return }
    switch first {
    case .lessThan: state = .xml(XMLFeedReader(address: address))
    case UInt8(ascii: "{"), UInt8(ascii: "["): state = .json([])
    default: state = .refused(FeedDiagnostics.noMarkup)
    }
  }
}
