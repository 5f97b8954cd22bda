/// The word lists of `Data/lexicons`, ready to be matched.
package struct Lexicons: Sendable {
  package let concepts: PhraseMatcher<Concept>
  package let relations: PhraseMatcher<Relation>
  package let negators: PhraseMatcher<Negator>
  /// Labelled with whether the phrase is a hedge at all: “can not” is none.
  package let hedges: PhraseMatcher<Bool>
  package let absolutes: PhraseMatcher<Bool>
  package let stopwords: Set<String>
  /// Words that restrict, compare or turn around what a sentence is about.
  package let qualifiers: Set<String>

  /// Builds the matchers from the texts of the files.
  ///
  /// - Parameter files: the content of each file under its path in `Data/lexicons`, such as `concepts/anatomy.txt`.
  /// - Throws: ``LexiconError`` for a file that is missing or a line that cannot be read.
  package init(files: [String: String]) throws(LexiconError) {
    func lines(_ path: String) throws(LexiconError) -> [Substring] {
      guard let text = files[path] else { throw LexiconError(file: path, problem: "is missing") }
      return WordList.lines(of: text)
    }
    var concepts: [ConceptLine] = []
    for kind in Concept.Kind.allCases {
      concepts += try lines("concepts/\(kind.rawValue).txt").map { ConceptLine($0, kind: kind) }
    }
    self.concepts = Self.matcher(of: concepts)

    var relations = PhraseMatcher<Relation>()
    for line in try lines("relations.txt") {
      guard Self.insertRelation(line, into: &relations) else {
        throw LexiconError(file: "relations.txt", problem: "has a line that names no axis, sign and strength: \(line)")
      }
    }
    self.relations = relations

    var negators = PhraseMatcher<Negator>()
    for (file, negator) in [("", Negator.negates), ("cancelled-", .cancelled), ("obscuring-", .obscures)] {
      for line in try lines("\(file)negators.txt") {
        for words in Self.contractions(of: Self.normals(of: line)) { negators.insert(words, label: negator) }
      }
    }
    self.negators = negators
    self.qualifiers = Set(try lines("qualifiers.txt").map(String.init))
    self.hedges = Self.matcher(of: try lines("hedges.txt"))
    self.absolutes = Self.matcher(of: try lines("absolutes.txt"))
    self.stopwords = Set(try lines("cues/stopwords.txt").flatMap { $0.split(separator: " ").map(String.init) })
  }

  /// Stands before a phrase of a list that only looks like one of its kind: “! not always” says less than always.
  private static let exceptionMark: Character = "!"

  /// A matcher of turns of phrase, labelled with whether they are what the list is about.
  package static func matcher(of lines: some Sequence<Substring>) -> PhraseMatcher<Bool> {
    var matcher = PhraseMatcher<Bool>()
    for line in lines {
      let isException = line.first == exceptionMark
      let phrase = isException ? line.dropFirst() : line
      for words in contractions(of: normals(of: phrase)) { matcher.insert(words, label: !isException) }
    }
    return matcher
  }

  private static func matcher(of lines: [ConceptLine]) -> PhraseMatcher<Concept> {
    let parents = Dictionary(lines.map { ($0.name, $0.broader) }) { first, _ in first }
    var matcher = PhraseMatcher<Concept>()
    for line in lines {
      let concept = Concept(name: line.name, kind: line.kind, broader: ancestors(of: line.name, parents: parents))
      for name in line.names { matcher.insert(stems(of: name), label: concept) }
    }
    return matcher
  }

  /// The broader names on all levels, the nearest first.
  private static func ancestors(of name: String, parents: [String: [String]]) -> [String] {
    var found: [String] = []
    var waiting = parents[name] ?? []
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      guard next != name, !found.contains(next) else { continue }
      found.append(next)
      waiting += parents[next] ?? []
    }
    return found
  }

  /// The phrase, and the phrase with its first “is” or “has” contracted: it ’s a myth.
  private static func contractions(of words: [String]) -> [[String]] {
    guard let verb = words.firstIndex(where: { $0 == "is" || $0 == "has" }) else { return [words] }
    var contracted = words
    contracted[verb] = "'s"
    return [words, contracted]
  }

  /// Stands at the end of a relation that needs a condition behind it.
  private static let conditionMark = " @condition"

  private static func insertRelation(_ line: Substring, into matcher: inout PhraseMatcher<Relation>) -> Bool {
    let (head, phrases) = WordList.parts(of: line)
    let words = head.split(separator: " ")
    guard words.count == 3, let axis = Relation.Axis(rawValue: String(words[0])),
      let sign = ["+": 1, "-": -1][words[1]], let strength = Relation.Strength(rawValue: String(words[2]))
    else { return false }
    for phrase in phrases {
      let needsCondition = phrase.hasSuffix(conditionMark)
      let relation = Relation(axis: axis, sign: sign, strength: strength, needsCondition: needsCondition)
      matcher.insert(stems(of: needsCondition ? phrase.dropLast(conditionMark.count) : phrase), label: relation)
    }
    return true
  }

  /// The normal forms of a phrase's words; `*` stays a word.
  package static func normals(of phrase: some StringProtocol) -> [String] {
    Tokenizer().tokens(in: String(phrase)).map(\.normal)
  }

  /// The stems of a phrase's words, as ``AnalyzedText/stems`` has them.
  private static func stems(of phrase: some StringProtocol) -> [String] {
    Tokenizer().tokens(in: String(phrase)).map { $0.kind == .word ? Stemmer.stem($0.normal) : $0.normal }
  }
}

/// A word list that cannot be used.
package struct LexiconError: Error, Hashable, CustomStringConvertible {
  /// The path under `Data/lexicons`.
  package let file: String
  package let problem: String

  package init(file: String, problem: String) {
    self.file = file
    self.problem = problem
  }

  package var description: String {
    "the word list lexicons/\(file) \(problem); install the data files of this version again"
  }
}

/// A line of a list of concepts, taken apart.
private struct ConceptLine {
  let name: String
  let kind: Concept.Kind
  let broader: [String]
  /// The name and its synonyms.
  let names: [Substring]

  init(_ line: Substring, kind: Concept.Kind) {
    let (head, synonyms) = WordList.parts(of: line)
    let parts = head.split(separator: ">", maxSplits: 1).map { $0.trimmingSpace() }
    let name = parts.first ?? head
    self.name = String(name)
    self.kind = kind
    broader = parts.count > 1 ? WordList.items(of: parts[1]).map(String.init) : []
    names = [name] + synonyms
  }
}
