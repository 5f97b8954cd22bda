public import FactCheckCore
package import TextAnalysis

/// Finds claims: sentences that name medical things and say something of them.
///
/// Its stages can be read one by one: ``SentenceReading`` (who says it), ``ClauseSplitter`` (how many claims),
/// ``Antecedent`` (what “It cures …” is about), then points are added up (``DetectionSettings``). Where there is a language
/// model, its impression of the sentence is weighed with the points and with the cues of who says it.
public struct ClaimDetector: ClaimDetecting {
  private let analyzer: TextAnalyzer
  private let cues: CueLists
  private let settings: DetectionSettings
  private let model: (any SentenceAssessing)?

  /// The checkworthiness from which a sentence's claims are taken.
  public static let threshold = 0.5

  package init(
    analyzer: TextAnalyzer, cues: CueLists, settings: DetectionSettings, model: (any SentenceAssessing)? = nil
  ) {
    self.model = model
    self.analyzer = analyzer
    self.cues = cues
    self.settings = settings
  }

  public func assess(_ sentences: [Sentence]) throws -> [AssessedSentence] {
    try assessed(sentences).map { assessed in
      AssessedSentence(
        sentence: assessed.sentence, checkworthiness: assessed.checkworthiness, attribution: assessed.attribution,
        claims: try assessed.claims.map { $0.with(parts: try parts(of: $0, in: assessed.sentence)) })
    }
  }

  /// What the author says himself in parts of a claim, each read as if it stood alone. A story may hold a claim as well: “I
  /// told him to relax, men can't get breast cancer”; of what is denied a part has to deny something itself.
  private func parts(of claim: Claim, in sentence: Sentence) throws -> [Claim] {
    func isWhole(_ claim: Claim) -> Bool { claim.text == claim.quote && !claim.denialIsOutside }
    guard [.asserted, .denied, .personal].contains(claim.attribution), isWhole(claim) else { return [] }
    let found = try assessed(ClaimParts(analyzer: analyzer, cues: cues).parts(of: claim, in: sentence)).flatMap(
      \.claims)
    return found.filter { part in
      let denies = claim.attribution != .denied || analyzer.analyze(part.text).negationCount > 0
      return part.attribution == .asserted && isWhole(part) && denies
    }
  }

  private func assessed(_ sentences: [Sentence]) throws -> [AssessedSentence] {
    let impressions = try model?.impressions(of: sentences.map(\.text))
    var antecedent: Antecedent?
    return readings(of: sentences).enumerated().map { index, reading in
      let assessed = assess(reading, impression: impressions?[index], antecedent: antecedent)
      let names = reading.analysis.concepts.contains { $0.concept.kind != .population }
      // A sentence about “it” goes on with what it is about.
      let goesOn = assessed.claims.contains { $0.text != $0.quote }
      if names, !goesOn { antecedent = Antecedent(in: reading.analysis) }
      return assessed
    }
  }

  /// The readings, each with the attribution that the next sentence gives it: “Vaccines cause autism? No.”
  private func readings(of sentences: [Sentence]) -> [SentenceReading] {
    var readings = sentences.map { SentenceReading($0, analyzer: analyzer, cues: cues) }
    for index in readings.indices.dropFirst() {
      let before = readings[index - 1].attribution
      guard [.asserted, .questioned, .reported].contains(before) else { continue }
      if readings[index].isRetraction || readings[index].isRefusal && before == .questioned {
        readings[index - 1].attribution = .denied
      } else if readings[index].isConfirmation, before == .questioned {
        readings[index - 1].attribution = .asserted
      }
    }
    return readings
  }

  private func assess(
    _ reading: SentenceReading, impression: SentenceImpression?, antecedent: Antecedent?
  ) -> AssessedSentence {
    let text = reading.analysis
    func attribution(_ cued: Attribution) -> Attribution {
      settings.attribution(by: impression, cues: cued, isCertain: reading.isHandedToNobody && cued == .reported)
    }
    var best = (score: 0.0, attribution: attribution(reading.attribution))
    var claims: [Claim] = []
    var subject: Substring?
    let clauses = ClauseSplitter.clauses(of: text, in: reading.body)
    for clause in clauses {
      let attribution = attribution(reading.attribution(of: clause, isAlone: clauses.count == 1, cues: cues))
      let carried = clause.lacksSubject ? subject : referent(of: clause, in: text, antecedent: antecedent)
      let isLabel = reading.sentence.block == .heading && text.relations.isEmpty
      let points = isLabel ? 0 : score(of: clause, in: text, carries: carried != nil) * settings.factor(of: attribution)
      let score = isLabel ? 0 : settings.score(by: impression, points: points)
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
    let said = ClauseSplitter.withoutContrast(text, clause.range)
    let denialIsOutside = reading.attribution == .denied
    // “No, vaccines do not cause autism” asserts the denial.
    let isOwn = attribution == .denied && !denialIsOutside && text.negationCount > 0
    func claim(_ said: String) -> Claim {
      Claim(
        span: span, quote: quote, text: said, attribution: isOwn ? .asserted : attribution,
        denialIsOutside: denialIsOutside)
    }
    guard let subject else { return claim(String(text.text(of: said))) }
    let start = said.first { !Self.standIns.contains(text.normals[$0]) } ?? said.lowerBound
    let predicate = text.text(of: start..<said.upperBound)
    return claim("\(subject) \(predicate)")
  }

  private func score(of clause: Clause, in text: AnalyzedText, carries: Bool) -> Double {
    let concepts = Set(
      text.concepts.filter { clause.range.contains($0.range.lowerBound) && $0.concept.kind != .population }
        .map(\.concept.name))
    let normals = Array(text.normals[clause.range])
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

  /// Words that stand for something named before, and what may join them to it.
  private static let standIns: Set<String> = [
    "it", "they", "this", "these", "that", "those", "which", "and", "but", "or",
  ]

  /// What a pronoun at the beginning of the clause stands for.
  private func referent(of clause: Clause, in text: AnalyzedText, antecedent: Antecedent?) -> Substring? {
    guard Self.standIns.contains(text.tokens[clause.range.lowerBound].normal),
      let relation = text.relations.first(where: { clause.range.contains($0.range.lowerBound) })
    else { return nil }
    let before = clause.range.lowerBound..<relation.range.lowerBound
    guard !text.concepts.contains(where: { before.contains($0.range.lowerBound) }) else { return nil }
    return antecedent?.name(before: relation.relation)
  }
}
