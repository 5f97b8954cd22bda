/// A sentence of a document.
public struct Sentence: Hashable, Sendable {
  public let span: TextSpan
  /// The text of the span.
  public let text: String
  /// The kind of block the sentence stands in.
  public let block: Document.Block.Kind

  public init(span: TextSpan, text: String, block: Document.Block.Kind = .paragraph) {
    self.span = span
    self.text = text
    self.block = block
  }
}

/// Who says a thing, and how: only what the author asserts can be held against them.
public enum Attribution: String, Hashable, Sendable, Codable, CaseIterable {
  /// The author states it as a fact.
  case asserted
  /// The author asks.
  case questioned
  /// The author says that it is not so.
  case denied
  /// Somebody else says it, and the author keeps a distance.
  case reported
  /// Irony, a figure of speech, a joke.
  case figurative
  /// What happened to the author or to somebody the author knows.
  case personal
}

/// A span of a document that asserts something medical that could be checked.
public struct Claim: Hashable, Sendable {
  /// Where the claim stands in the document.
  public let span: TextSpan
  /// Exactly the text of the span.
  public let quote: String
  /// The claim as a sentence that can be read alone: a subject that was only referred to is put in.
  public let text: String
  public let attribution: Attribution
  /// Whether the words by which the author denies it, as “it is a myth that”, are no part of ``text``.
  public let denialIsOutside: Bool
  /// Claims within its span that may be said with it, to be taken only where the whole says them too.
  public let parts: [Claim]

  public init(
    span: TextSpan, quote: String, text: String, attribution: Attribution, denialIsOutside: Bool = false,
    parts: [Claim] = []
  ) {
    self.span = span
    self.quote = quote
    self.text = text
    self.attribution = attribution
    self.denialIsOutside = denialIsOutside
    self.parts = parts
  }

  /// The same claim with other parts.
  public func with(parts: [Claim]) -> Claim {
    Claim(
      span: span, quote: quote, text: text, attribution: attribution, denialIsOutside: denialIsOutside, parts: parts)
  }
}

/// A sentence with what claim detection found in it.
public struct AssessedSentence: Hashable, Sendable {
  public let sentence: Sentence
  /// How much the sentence deserves a check, from 0 to 1; claims are taken from sentences at 0.5 or more.
  public let checkworthiness: Double
  public let attribution: Attribution
  public let claims: [Claim]

  public init(sentence: Sentence, checkworthiness: Double, attribution: Attribution, claims: [Claim]) {
    self.sentence = sentence
    self.checkworthiness = checkworthiness
    self.attribution = attribution
    self.claims = claims
  }
}
