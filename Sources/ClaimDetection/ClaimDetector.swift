public import FactCheckCore
package import TextAnalysis

/// Finds claims by word lists: a sentence that names medical things and says something of them.
///
/// Its stages can be read one by one: ``SentenceReading`` (who says it), ``ClauseSplitter`` (how many claims), then the
/// subject is carried over to “It cures …”, and points are added up (``DetectionSettings``).
public struct ClaimDetector: ClaimDetecting {
  private let analyzer: TextAnalyzer
  private let cues: CueLists
  private let settings: DetectionSettings

  /// The checkworthiness from which a sentence's claims are taken.
  public static let threshold = 0.5

  package init(analyzer: TextAnalyzer, cues: CueLists, settings: DetectionSettings) {
    self.analyzer = analyzer
    self.cues = cues
    self.settings = settings
  }

  public func assess(_ sentences: [Sentence]) -> [AssessedSentence] {
    var antecedent: Substring?
    return readings(of: sentences).map { reading in
      let assessed = assess(reading, antecedent: antecedent)
      antecedent = topic(of: reading) ?? antecedent
      return assessed
    }
  }

  /// The readings, each with the attribution that the next sentence gives it: “Vaccines cause autism? No.”
  private func readings(of sentences: [Sentence]) -> [SentenceReading] {
    var readings = sentences.map { SentenceReading($0, analyzer: analyzer, cues: cues) }
    for index in readings.indices.dropFirst() where [.asserted, .questioned].contains(readings[index - 1].attribution) {
      if readings[index].isRetraction {
        readings[index - 1].attribution = .denied
      } else if readings[index].isConfirmation, readings[index - 1].attribution == .questioned {
        readings[index - 1].attribution = .asserted
      }
    }
    return readings
  }

  private func assess(_ reading: SentenceReading, antecedent: Substring?) -> AssessedSentence {
    let text = reading.analysis
    var best = (score: 0.0, attribution: reading.attribution)
    var claims: [Claim] = []
    var subject: Substring?
    for clause in ClauseSplitter.clauses(of: text, in: reading.body) {
      let attribution = attribution(of: clause, in: reading)
      let carried = clause.lacksSubject ? subject : pronounStands(in: clause, text) ? antecedent : nil
      let score = score(of: clause, in: text, carries: carried != nil) * settings.factor(of: attribution)
      if score > best.score { best = (score, attribution) }
      if score >= Self.threshold {
        claims.append(claim(clause, in: reading, attribution: attribution, subject: carried))
      }
      if !clause.lacksSubject, let range = ClauseSplitter.subject(of: text, in: clause.range) {
        subject = text.text(of: range)
      }
    }
    return AssessedSentence(
      sentence: reading.sentence, checkworthiness: best.score, attribution: best.attribution, claims: claims)
  }

  private func claim(
    _ clause: Clause, in reading: SentenceReading, attribution: Attribution, subject: Substring?
  ) -> Claim {
    let text = reading.analysis
    let quote = String(text.text(of: clause.range))
    let first = text.tokens[clause.range.lowerBound].span
    let last = text.tokens[clause.range.upperBound - 1].span
    let span = TextSpan(start: first.start, end: last.end).shifted(by: reading.sentence.span.start)
    guard let subject else { return Claim(span: span, quote: quote, text: quote, attribution: attribution) }
    let range = clause.range
    let rest = clause.lacksSubject || range.count == 1 ? range : (range.lowerBound + 1)..<range.upperBound
    return Claim(span: span, quote: quote, text: "\(subject) \(text.text(of: rest))", attribution: attribution)
  }

  /// What the clause's own words make of the sentence's attribution: a personal story.
  private func attribution(of clause: Clause, in reading: SentenceReading) -> Attribution {
    guard reading.attribution == .asserted else { return reading.attribution }
    let normals = reading.analysis.tokens[clause.range].map(\.normal)
    let isPersonal = !cues.personal.matches(in: normals).isEmpty && cues.authority.matches(in: normals).isEmpty
    return isPersonal ? .personal : .asserted
  }

  private func score(of clause: Clause, in text: AnalyzedText, carries: Bool) -> Double {
    let concepts = Set(
      text.concepts.filter { clause.range.contains($0.range.lowerBound) && $0.concept.kind != .population }
        .map(\.concept.name))
    let normals = text.tokens[clause.range].map(\.normal)
    let count = concepts.count + (carries ? 1 : 0)
    var score = 0.0
    if count > 0 { score += settings.concept }
    if count > 1 { score += settings.secondConcept }
    if text.relations.contains(where: { clause.range.contains($0.range.lowerBound) }) { score += settings.relation }
    if count > 0, !text.quantities.isEmpty { score += settings.quantity }
    if text.isAbsolute { score += settings.absolute }
    if !cues.policy.matches(in: normals).isEmpty { score += settings.policy }
    return min(max(score, 0), 1)
  }

  /// Whether the clause begins with a word that stands for something named before.
  private func pronounStands(in clause: Clause, _ text: AnalyzedText) -> Bool {
    let pronouns: Set<String> = ["it", "they", "this", "these", "that", "those"]
    guard pronouns.contains(text.tokens[clause.range.lowerBound].normal),
      let relation = text.relations.first(where: { clause.range.contains($0.range.lowerBound) })
    else { return false }
    let before = clause.range.lowerBound..<relation.range.lowerBound
    return !text.concepts.contains { before.contains($0.range.lowerBound) }
  }

  /// The thing that the next sentence's “it” is likely to mean: the first treatment or substance, else the first concept.
  private func topic(of reading: SentenceReading) -> Substring? {
    let named = reading.analysis.concepts.filter { $0.concept.kind != .population }
    let thing = named.first { $0.concept.kind == .treatment || $0.concept.kind == .substance } ?? named.first
    return thing.map { reading.analysis.text(of: $0.range) }
  }
}
