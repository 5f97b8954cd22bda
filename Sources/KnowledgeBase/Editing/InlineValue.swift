extension Substring.UnicodeScalarView {
  /// Of what stands behind the colon of a key, the value without the spaces around it and without a comment; empty when
  /// there is none.
  ///
  /// - Returns: `nil` where the value has a form that may go on on the next line, such as a block scalar, or another that
  ///   no field has.
  var inlineValue: Self? {
    let value = drop { $0 == " " }
    guard let first = value.first, first != "#" else { return self[startIndex..<startIndex] }
    guard let end = value.endOfValue(first) else { return nil }
    let rest = value[end...]
    let comment = rest.drop { $0 == " " }
    guard comment.isEmpty || (comment.first == "#" && rest.first == " ") else { return nil }
    return value[..<end]
  }

  private func endOfValue(_ first: Unicode.Scalar) -> Index? {
    switch first {
    case "\"": endOfDoubleQuotes
    case "'": endOfSingleQuotes
    case "{": endOfBraces
    case "[", "|", ">", "&", "*", "!", "?", "@", "`", "%": nil
    default: endOfPlain
    }
  }

  private var endOfDoubleQuotes: Index? {
    var index = self.index(after: startIndex)
    while index < endIndex {
      if self[index] == "\"" { return self.index(after: index) }
      let width = self[index] == "\\" ? 2 : 1
      guard let next = self.index(index, offsetBy: width, limitedBy: endIndex) else { return nil }
      index = next
    }
    return nil
  }

  private var endOfSingleQuotes: Index? {
    var index = self.index(after: startIndex)
    while let quote = self[index...].firstIndex(of: "'") {
      index = self.index(after: quote)
      guard index < endIndex, self[index] == "'" else { return index }
      index = self.index(after: index)
    }
    return nil
  }

  /// Of braces with nothing in them that could hide another brace.
  private var endOfBraces: Index? {
    guard let end = firstIndex(of: "}") else { return nil }
    return dropFirst()[..<end].contains { "{[]#'\\".unicodeScalars.contains($0) } ? nil : index(after: end)
  }

  private var endOfPlain: Index {
    var end = startIndex
    var isBehindSpace = false
    for index in indices {
      if isBehindSpace && self[index] == "#" { break }
      isBehindSpace = self[index] == " "
      if !isBehindSpace { end = self.index(after: index) }
    }
    return end
  }
}
