// Counting and comparing of short texts by their bytes: the knowledge base has a million characters to look at in a run.

extension StringProtocol {
  /// The number of runs of anything but ASCII white space.
  var wordCount: Int {
    var count = 0
    var isInWord = false
    for byte in utf8 {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace && !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}

extension String {
  /// The words with single spaces between them.
  var singleSpaced: String {
    let spaces = utf8.count { $0 == 0x20 || (0x09...0x0D).contains($0) }
    // One space before each word but the first, and none that is a line break: nothing to do.
    if spaces == max(0, wordCount - 1), !utf8.contains(where: { (0x09...0x0D).contains($0) }) { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether there is a control character other than tab and line feed.
  var hasControlCharacters: Bool {
    unicodeScalars.contains { scalar in
      scalar.value < 0x20 ? scalar != "\t" && scalar != "\n" : (0x7F...0x9F).contains(scalar.value)
    }
  }

  /// Lower-case letters and digits with single spaces: two phrasings with the same form differ in nothing that matters.
  var normalisedPhrasing: String {
    var form = String.UnicodeScalarView()
    var isBetweenWords = false
    for scalar in lowercased().unicodeScalars {
      guard scalar.isWordPart else {
        isBetweenWords = !form.isEmpty
        continue
      }
      if isBetweenWords { form.append(" ") }
      isBetweenWords = false
      form.append(scalar)
    }
    return String(form)
  }
}

extension Unicode.Scalar {
  fileprivate var isWordPart: Bool {
    guard isASCII else { return properties.isAlphabetic || properties.numericType != nil }
    return ("a"..."z").contains(self) || ("0"..."9").contains(self)
  }
}
