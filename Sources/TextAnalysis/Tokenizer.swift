/// Cuts text into words, numbers and signs.
///
/// - Contractions become two words: `doesn't` gives `does` and `not`, `it's` gives `it` and `'s`.
/// - Hyphenated words give their parts (`flu-shot`: `flu`, `shot`); codes such as `COVID-19` stay whole.
/// - A hashtag gives its sign and the words in it: `#VaccinesWork` gives `#`, `vaccines`, `work`.
/// - A number is parted from a unit written to it: `5mg` gives `5`, `mg`.
/// - Letters drawn out for emphasis are kept twice: `soooo` gives `soo`.
///
/// Time is linear in the length of the text; no text is refused.
public struct Tokenizer: Sendable {
  public init() {}

  /// The tokens of the text, in order and without overlap. White space and the hyphens within words belong to none.
  public func tokens(in text: String) -> [Token] {
    var scanner = TokenScanner(text)
    return scanner.scan()
  }
}
