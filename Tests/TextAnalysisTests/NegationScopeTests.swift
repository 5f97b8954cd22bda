import FactCheckCore
import TestSupport
import Testing
import TextAnalysis

/// Relations are marked in the text: `[cause]` is plain, `[!cause]` is negated.
@Suite struct NegationScopeTests {
  private let analyzer: TextAnalyzer

  init() throws { analyzer = try ShippedData.analyzer() }

  private func analysis(ofMarked text: String) -> AnalyzedText {
    analyzer.analyze(text.replacing("[!", with: "").filter { $0 != "[" && $0 != "]" })
  }

  private func marked(_ text: AnalyzedText) -> String {
    var result = text.text
    for mention in text.relations.reversed() {
      let phrase = text.text(of: mention.range)
      let start = text.tokens[mention.range.lowerBound].span.start
      let end = text.tokens[mention.range.upperBound - 1].span.end
      let before = text.text[TextSpan(start: 0, end: start)]
      let after = result[TextSpan(start: end, end: result.utf8.count)]
      result = "\(before)\(mention.isNegated ? "[!" : "[")\(phrase)]\(after)"
    }
    return result
  }

  @Test(arguments: [
    "Vaccines [cause] autism",
    "Vaccines do not [!cause] autism",
    "Vaccines don't [!cause] autism",
    "vaccines dont [!cause] autism",
    "Vaccines never [!cause] autism",
    "No vaccine [!causes] autism",
    "None of the vaccines [!cause] autism",
    "There is no evidence that vaccines [!cause] autism",
    "There's zero proof vaccines [!cause] autism",
    "Vaccines [!cause] no autism",
    "Garlic fails to [!prevent] colds",
    "Nobody gets better, but garlic [prevents] colds",
    "Garlic does not [!cure] or [!prevent] cancer",
    "Garlic is neither a [!cure] nor a [!treatment for] cancer",
    "The [!link between] salt and stroke is a myth",
    "MMR has nothing [!to do with] autism",
    "It's [safe] in pregnancy",
    "It's [not safe] in pregnancy",
    "There is [no need for] a booster",
    "I can't sleep because coffee [raises] blood pressure",
  ])
  func `a negator turns the relation it reaches`(text: String) {
    let analysis = analysis(ofMarked: text)
    let isClear = analysis.polarityIsClear
    #expect(marked(analysis) == text)
    #expect(isClear)
  }

  @Test(arguments: [
    "Vaccines not only [cause] autism",
    "Vaccines do not just [prevent] measles",
    "Not all vaccines [cause] fever",
    "Not every vaccine [causes] fever",
    "It's not that vaccines don't [cause] autism",
    "No vaccine doesn't [cause] fever",
    "Not vaccinating is [dangerous]",
    "Never vaccinating kids is [safe]",
    "Garlic [treats] colds without antibiotics",
    "There is nothing wrong with [avoiding] vaccines",
    "Vaccines hardly [cause] fever",
    "The dose is far too small to [cause] fever",
    "Vaccines [cause] fever, not autism",
    "Raw milk is [harmless] and has no E. coli",
    "Garlic is not a medicine, but it [prevents] colds",
  ])
  func `what is denied is not plain`(text: String) {
    let analysis = analysis(ofMarked: text)
    let isClear = analysis.polarityIsClear
    #expect(marked(analysis) == text)
    #expect(!isClear)
  }

  @Test(arguments: [
    ("No doubt vaccines [cause] autism", 0), ("No wonder vaccines [cause] autism", 0),
    ("They don't want you to know that vaccines [cause] autism", 0), ("Vaccines don't [!cause] autism", 1),
    ("I can't sleep", 0), ("There is [no need for] it", 0),
  ])
  func `turns of phrase that negate nothing do not count`(text: String, count: Int) {
    let analysis = analysis(ofMarked: text)
    let negations = analysis.negationCount
    #expect(marked(analysis) == text)
    #expect(negations == count)
  }
}
