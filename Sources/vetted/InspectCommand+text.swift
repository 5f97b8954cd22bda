import ArgumentParser
import FactCheckCore
import FactChecking
import Foundation
import Reporting
import TextAnalysis

/// A span in Unicode scalars with its text.
struct SpanForm: Encodable {
  let start: Int
  let end: Int
  private(set) var text: String

  init(_ span: TextSpan, in text: String, offsets: ScalarOffsets) {
    let range = offsets.scalarRange(of: span)
    start = range.lowerBound
    end = range.upperBound
    self.text = String(text[span])
  }

  var onOneLine: SpanForm {
    var form = self
    form.text = text.onOneLine
    return form
  }
}

extension InspectCommand {
  /// `vetted inspect sentences`
  struct Sentences: InspectedStage {
    static let configuration = CommandConfiguration(abstract: "{\"id\",\"text\"} to its sentences.")

    struct Output: Encodable {
      let sentences: [SpanForm]
    }

    @OptionGroup var resources: ResourceOptions

    func makeTool() throws -> FactChecker { try resources.factChecker() }

    func answer(to input: TextRecord, with checker: FactChecker) -> Output {
      let document = Document(plainText: input.text)
      let offsets = ScalarOffsets(input.text)
      return Output(
        sentences: checker.segmenter.sentences(in: document).map {
          SpanForm($0.span, in: input.text, offsets: offsets).onOneLine
        })
    }
  }

  /// `vetted inspect claims`
  struct Claims: InspectedStage {
    static let configuration = CommandConfiguration(abstract: "{\"id\",\"text\"} to its sentences with their claims.")

    struct Output: Encodable {
      let sentences: [SentenceForm]
    }

    struct SentenceForm: Encodable {
      let start: Int
      let end: Int
      let text: String
      let checkworthiness: Double
      let attribution: Attribution
      let claims: [SpanForm]
    }

    @OptionGroup var resources: ResourceOptions

    func makeTool() throws -> FactChecker { try resources.factChecker() }

    func answer(to input: TextRecord, with checker: FactChecker) throws -> Output {
      let offsets = ScalarOffsets(input.text)
      let assessed = try checker.detector.assess(checker.segmenter.sentences(in: Document(plainText: input.text)))
      return Output(
        sentences: assessed.map { sentence in
          let place = SpanForm(sentence.sentence.span, in: input.text, offsets: offsets)
          return SentenceForm(
            start: place.start, end: place.end, text: place.text, checkworthiness: sentence.checkworthiness,
            attribution: sentence.attribution,
            claims: sentence.claims.map { SpanForm($0.span, in: input.text, offsets: offsets) })
        })
    }
  }

  /// `vetted inspect search`
  struct Search: InspectedStage {
    static let configuration = CommandConfiguration(abstract: "{\"id\",\"text\"} to the entries it may be about.")

    struct Output: Encodable {
      let candidates: [CandidateForm]
    }

    struct CandidateForm: Encodable {
      let entry: String
      let score: Double
      let matched: String
    }

    @Option(name: .long, help: "The largest number of candidates.")
    var limit = 10

    @OptionGroup var resources: ResourceOptions

    func makeTool() throws -> FactChecker { try resources.factChecker() }

    func answer(to input: TextRecord, with checker: FactChecker) throws -> Output {
      let found = try checker.retriever.candidates(for: input.text, limit: limit)
      return Output(
        candidates: found.map { CandidateForm(entry: $0.entry.id, score: $0.score, matched: $0.matched.text) })
    }
  }

  /// `vetted inspect stance`
  struct StanceStage: InspectedStage {
    static let configuration = CommandConfiguration(
      commandName: "stance", abstract: "{\"id\",\"claim\",\"evidence\"} to support, refute or neutral.")

    struct Input: Decodable {
      let claim: String
      let evidence: String
    }

    struct Output: Encodable {
      let label: StanceEstimate.Label
      let probabilities: [String: Double]
    }

    @OptionGroup var resources: ResourceOptions

    func makeTool() throws -> FactChecker { try resources.factChecker() }

    func answer(to input: Input, with checker: FactChecker) throws -> Output {
      let estimate = try checker.verifier.stance(of: input.claim, towards: input.evidence)
      return Output(
        label: estimate.label,
        probabilities: ["support": estimate.support, "refute": estimate.refute, "neutral": estimate.neutral])
    }
  }
}
