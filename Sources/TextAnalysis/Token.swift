public import FactCheckCore

/// A run of text that is read as one thing: a word, a number, a sign.
public struct Token: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case word, number, punctuation
    /// The `#` before the words of a hashtag; the words follow as tokens of their own.
    case hashtag
    /// An `@name`.
    case mention
    /// A web or e-mail address.
    case url
    case emoji, symbol
  }

  /// UTF-8 offsets into the text that was tokenised.
  public let span: TextSpan
  public let kind: Kind
  /// The form to compare: lower case, without diacritics, straight quotes, `n't` as `not`, `1,000` as `1000`.
  public let normal: String
  /// Whether the token is a word or number of a hashtag.
  public let isInHashtag: Bool

  public init(span: TextSpan, kind: Kind, normal: String, isInHashtag: Bool = false) {
    self.span = span
    self.kind = kind
    self.normal = normal
    self.isInHashtag = isInHashtag
  }
}
