public import FactCheckCore

extension KnowledgeEntry {
  /// The file of the entry, with the keys in the order of the template.
  ///
  /// It is read back as the same entry, unless a text is empty or has control characters, or one other than a quote has
  /// line breaks or more than one space between words: those have no place in an entry.
  public func yaml() -> String {
    let head = [
      "id: \(YAMLScalar.text(id))", "proposition: \(YAMLScalar.text(proposition))", "verdict: \(verdict.rawValue)",
      "strength: \(strength.rawValue)", "population: \(population.yaml)", "harm: \(harm.rawValue)",
    ]
    let phrasings =
      Self.list("asserted_as", assertedAs) + Self.list("denied_as", deniedAs) + Self.list("not_this", notThis)
    let items = statements.flatMap { statement in
      statement.yamlLines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
    }
    let tail = (conflict.map { ["conflict: \(YAMLScalar.text($0))"] } ?? []) + ["review: \(review.yaml)"]
    let lines = head + phrasings + [items.isEmpty ? "statements: []" : "statements:"] + items + tail
    return lines.map { $0 + "\n" }.joined()
  }

  private static func list(_ key: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? ["\(key): []"] : ["\(key):"] + texts.map { "  - \(YAMLScalar.text($0))" }
  }
}

extension KnowledgeEntry.Population {
  fileprivate var yaml: String {
    let not = not.map { YAMLScalar.text($0, in: .flow) }.joined(separator: ", ")
    return "{who: \(YAMLScalar.text(who, in: .flow)), not: [\(not)]}"
  }
}

extension KnowledgeEntry.Review {
  /// YAML 1.1 reads a bare `on` as true.
  var yaml: String { "{\"on\": \(on), due: \(due)}" }
}

extension Statement {
  /// The keys with their values, one on each line, in the order of the template.
  var yamlLines: [String] {
    let fields: [(key: String, value: String?)] = [
      ("organization", YAMLScalar.text(organization)), ("stance", stance.rawValue), ("text", YAMLScalar.text(text)),
      ("quote", quote.map { YAMLScalar.text($0) }), ("sha256", sha256.map { YAMLScalar.text($0) }),
      ("url", url.map { YAMLScalar.text($0) } ?? "null"), ("published", published?.description),
      ("checked", checked?.yaml), ("licence", licence.rawValue), ("status", status.rawValue),
      ("why", why.map { YAMLScalar.text($0) }), ("since", since?.description),
    ]
    return fields.compactMap { key, value in value.map { "\(key): \($0)" } }
  }
}

extension Statement.Check {
  fileprivate var yaml: String {
    "{\"on\": \(on), how: \(YAMLScalar.text(how, in: .flow)), of: \(YAMLScalar.text(of, in: .flow))}"
  }
}
