/// A text to check, in blocks, with what is known of where it comes from.
///
/// Everything downstream points into ``text`` with ``TextSpan``s.
public struct Document: Hashable, Sendable {
  /// The text as it is checked: for a page its main text, blocks separated by blank lines.
  public var text: String
  /// The parts of ``text``, in order and without overlap. Text between blocks is white space.
  public var blocks: [Block]
  public var source: Source

  public init(text: String, blocks: [Block], source: Source) {
    self.text = text
    self.blocks = blocks
    self.source = source
  }
}

extension Document {
  /// A text that is one paragraph.
  public init(plainText text: String) {
    let span = TextSpan(start: 0, end: text.utf8.count)
    self.init(text: text, blocks: [Block(kind: .paragraph, span: span)], source: Source(kind: .text))
  }

  /// A run of text that was laid out as one thing, so that no sentence crosses its border.
  public struct Block: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable {
      case heading, paragraph, listItem, quote, tableRow, caption, code, comment
    }

    public var kind: Kind
    public var span: TextSpan

    public init(kind: Kind, span: TextSpan) {
      self.kind = kind
      self.span = span
    }
  }

  /// Where a document comes from: the `source` of the report.
  public struct Source: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable { case text, file, url }

    public var kind: Kind
    /// The path, or the address that was asked for.
    public var url: String?
    /// The address that answered, after redirects.
    public var finalURL: String?
    public var title: String?
    public var author: String?
    public var siteName: String?
    /// The day of publication as the document states it.
    public var published: CalendarDate?
    /// A BCP 47 language tag, such as `en`.
    public var language: String?
    /// When the page was fetched, as ISO 8601 in UTC.
    public var fetched: String?

    public init(
      kind: Kind, url: String? = nil, finalURL: String? = nil, title: String? = nil, author: String? = nil,
      siteName: String? = nil, published: CalendarDate? = nil, language: String? = nil, fetched: String? = nil
    ) {
      self.kind = kind
      self.url = url
      self.finalURL = finalURL
      self.title = title
      self.author = author
      self.siteName = siteName
      self.published = published
      self.language = language
      self.fetched = fetched
    }
  }
}

/// Bytes from outside with what their bearer said of them: what fetching hands to extraction.
public struct RawContent: Hashable, Sendable {
  public var bytes: [UInt8]
  /// The media type without parameters, in lower case, such as `text/html`; `nil` when nobody said.
  public var mediaType: String?
  /// The character encoding that the bearer named, as it was written.
  public var charset: String?
  /// Whether the bytes are all there is; otherwise they are the beginning.
  public var isWhole: Bool
  public var source: Document.Source

  public init(
    bytes: [UInt8], mediaType: String? = nil, charset: String? = nil, isWhole: Bool = true, source: Document.Source
  ) {
    self.bytes = bytes
    self.mediaType = mediaType
    self.charset = charset
    self.isWhole = isWhole
    self.source = source
  }
}
