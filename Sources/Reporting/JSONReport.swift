import FactCheckCore

/// A report in the form of the schema `vetted.report/1`. Absent values are written as `null`.
struct JSONReport: Encodable {
  private let report: FactCheckReport
  private let offsets: ScalarOffsets

  init(_ report: FactCheckReport) {
    self.report = report
    offsets = ScalarOffsets(report.document.text)
  }

  private enum Key: String, CodingKey { case schema, source, engine, claims, counts, diagnostics }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("vetted.report/1", forKey: .schema)
    try container.encode(SourceForm(source: report.document.source, digest: report.digest), forKey: .source)
    try container.encode(EngineForm(engine: report.engine), forKey: .engine)
    let claims = report.claims.enumerated().map { index, claim in
      ClaimForm(id: "c\(index + 1)", checked: claim, range: offsets.scalarRange(of: claim.claim.span))
    }
    try container.encode(claims, forKey: .claims)
    var counts = ["claims": report.claims.count]
    for label in Verdict.Label.allCases { counts[label.rawValue] = report.count(of: label) }
    try container.encode(counts, forKey: .counts)
    try container.encode(report.diagnostics, forKey: .diagnostics)
  }
}

private struct SourceForm: Encodable {
  let source: Document.Source
  let digest: String

  enum Key: String, CodingKey {
    case kind, url, finalURL, title, author, siteName, published, language, fetched, digest
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(source.kind, forKey: .kind)
    try container.encode(source.url, forKey: .url)
    try container.encode(source.finalURL, forKey: .finalURL)
    try container.encode(source.title, forKey: .title)
    try container.encode(source.author, forKey: .author)
    try container.encode(source.siteName, forKey: .siteName)
    try container.encode(source.published, forKey: .published)
    try container.encode(source.language, forKey: .language)
    try container.encode(source.fetched, forKey: .fetched)
    try container.encode(digest, forKey: .digest)
  }
}

private struct EngineForm: Encodable {
  let engine: FactCheckReport.Engine

  enum Key: String, CodingKey { case version, model, knowledgeBase }
  enum KnowledgeKey: String, CodingKey { case digest, entries, statements, newest }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(engine.version, forKey: .version)
    try container.encode(engine.model, forKey: .model)
    var knowledge = container.nestedContainer(keyedBy: KnowledgeKey.self, forKey: .knowledgeBase)
    try knowledge.encode(engine.knowledgeBase.digest, forKey: .digest)
    try knowledge.encode(engine.knowledgeBase.entries, forKey: .entries)
    try knowledge.encode(engine.knowledgeBase.statements, forKey: .statements)
    try knowledge.encode(engine.knowledgeBase.newest, forKey: .newest)
  }
}

private struct ClaimForm: Encodable {
  let id: String
  let checked: CheckedClaim
  let range: Range<Int>

  enum Key: String, CodingKey {
    case id, quote, text, span, attribution, verdict, reason, confidence, facets, harm, explanation, evidence, nearest,
      notices
  }
  enum SpanKey: String, CodingKey { case start, end, unit }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(checked.claim.quote, forKey: .quote)
    try container.encode(checked.claim.text, forKey: .text)
    var span = container.nestedContainer(keyedBy: SpanKey.self, forKey: .span)
    try span.encode(range.lowerBound, forKey: .start)
    try span.encode(range.upperBound, forKey: .end)
    try span.encode("unicodeScalar", forKey: .unit)
    try container.encode(checked.claim.attribution, forKey: .attribution)
    try container.encode(checked.verdict.label, forKey: .verdict)
    try container.encode(checked.verdict.reason, forKey: .reason)
    try container.encode((checked.confidence * 1000).rounded() / 1000, forKey: .confidence)
    try container.encode(checked.facets, forKey: .facets)
    try container.encode(checked.harm, forKey: .harm)
    try container.encode(Explanation(of: checked).text, forKey: .explanation)
    try container.encode(checked.verdict.evidence.map(EvidenceForm.init), forKey: .evidence)
    try container.encode(checked.verdict.nearest.map(EvidenceForm.init), forKey: .nearest)
    try container.encode(checked.notices.map(NoticeForm.init), forKey: .notices)
  }
}

private struct NoticeForm: Encodable {
  let notice: Notice

  enum Key: String, CodingKey { case title, body, publisher, organization, link, published, expires, entries }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(notice.title, forKey: .title)
    try container.encode(notice.body, forKey: .body)
    try container.encode(notice.publisher, forKey: .publisher)
    try container.encode(notice.organization, forKey: .organization)
    try container.encode(notice.link, forKey: .link)
    try container.encode(notice.published, forKey: .published)
    try container.encode(notice.expires, forKey: .expires)
    try container.encode(notice.entries, forKey: .entries)
  }
}

private struct EvidenceForm: Encodable {
  let evidence: Evidence

  enum Key: String, CodingKey {
    case entry, relation, score, stance, statement, quote, organization, url, deepLink, published, checked, status
  }
  enum OrganizationKey: String, CodingKey { case id, name }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(evidence.entry, forKey: .entry)
    try container.encode(evidence.relation, forKey: .relation)
    try container.encode((evidence.score * 1000).rounded() / 1000, forKey: .score)
    try container.encode(evidence.statement.stance, forKey: .stance)
    try container.encode(evidence.statement.text, forKey: .statement)
    try container.encode(evidence.statement.quote, forKey: .quote)
    var organization = container.nestedContainer(keyedBy: OrganizationKey.self, forKey: .organization)
    try organization.encode(evidence.organization.id, forKey: .id)
    try organization.encode(evidence.organization.name, forKey: .name)
    try container.encode(evidence.statement.url, forKey: .url)
    try container.encode(DeepLink.url(of: evidence.statement), forKey: .deepLink)
    try container.encode(evidence.statement.published, forKey: .published)
    try container.encode(evidence.statement.checked?.on, forKey: .checked)
    try container.encode(evidence.statement.status, forKey: .status)
  }
}
