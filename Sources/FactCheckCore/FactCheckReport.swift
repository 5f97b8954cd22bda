/// A claim with the verdict on it.
public struct CheckedClaim: Hashable, Sendable {
  public let claim: Claim
  public let verdict: Verdict
  /// The probability that the verdict is right, from 0 to 1; for `unsupported`, that of the best judgement rejected.
  public let confidence: Double
  public let facets: [Facet]
  public let harm: KnowledgeEntry.Harm?
  /// Alerts on what the verdict is about, which nobody has reviewed; see ``FactCheckReport/noting(_:)``.
  public internal(set) var notices: [Notice]

  public init(
    claim: Claim, verdict: Verdict, confidence: Double, facets: [Facet] = [], harm: KnowledgeEntry.Harm? = nil,
    notices: [Notice] = []
  ) {
    self.claim = claim
    self.verdict = verdict
    self.confidence = confidence
    self.facets = facets
    self.harm = harm
    self.notices = notices
  }
}

/// What a check found in one document.
public struct FactCheckReport: Sendable {
  public let document: Document
  /// `sha256:` and the digest of the document's bytes as they came in.
  public let digest: String
  public let engine: Engine
  /// In the order of the text.
  public let claims: [CheckedClaim]
  public let diagnostics: [Diagnostic]

  public init(
    document: Document, digest: String, engine: Engine, claims: [CheckedClaim], diagnostics: [Diagnostic]
  ) {
    self.document = document
    self.digest = digest
    self.engine = engine
    self.claims = claims
    self.diagnostics = diagnostics
  }

  /// How many claims have a verdict.
  public func count(of label: Verdict.Label) -> Int { claims.count { $0.verdict.label == label } }

  /// Whether the document could be checked at all; a diagnostic of severity `error` says why not.
  public var isChecked: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Whether something is contradicted, overstated or outdated.
  public var isFlagged: Bool { claims.contains { $0.verdict.label.isFlagged } }
}

extension FactCheckReport {
  /// What did the check.
  public struct Engine: Hashable, Sendable {
    public let version: String
    /// `sha256:` and the digest of the model weights; `nil` when rules alone decide.
    public let model: String?
    public let knowledgeBase: KnowledgeBaseSummary

    public init(version: String, model: String?, knowledgeBase: KnowledgeBaseSummary) {
      self.version = version
      self.model = model
      self.knowledgeBase = knowledgeBase
    }
  }

  /// Which state of the knowledge base was used.
  public struct KnowledgeBaseSummary: Hashable, Sendable {
    /// `sha256:` and the digest of the source files.
    public let digest: String
    public let entries: Int
    public let statements: Int
    /// The last day on which anything in it was reviewed, read or published.
    public let newest: CalendarDate?

    public init(digest: String, entries: Int, statements: Int, newest: CalendarDate?) {
      self.digest = digest
      self.entries = entries
      self.statements = statements
      self.newest = newest
    }
  }
}
