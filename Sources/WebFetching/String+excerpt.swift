extension String {
  /// The text as it may stand in a message: at most 300 characters, and nothing in it that a terminal would act on.
  var excerpt: String {
    let start = unicodeScalars.prefix(300)
    let shown = start.map { Self.isInvisible($0) ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(shown)) + (start.endIndex == endIndex ? "" : "…")
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
