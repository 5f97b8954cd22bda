import FactCheckCore
import TestSupport
import Testing
import TextAnalysis

@testable import ClaimVerification

@Suite struct PolarityJudgementTests {
  private let analyzer: TextAnalyzer
  private let settings: VerificationSettings

  init() throws {
    analyzer = try ShippedData.analyzer()
    settings = try ShippedData.value(of: VerificationSettings.self, at: "verification/settings.json")
  }

  private func judge(_ claim: String, _ phrasing: String) -> PolarityJudgement {
    PolarityJudgement(claim: analyzer.analyze(claim), phrasing: analyzer.analyze(phrasing), settings: settings)
  }

  @Test(arguments: [
    ("The jab causes autism", "Vaccines cause autism"),
    ("Autism is caused by vaccines", "Vaccines cause autism"),
    ("You get autism from vaccines", "Vaccines cause autism"),
    ("Vaccines do not cause autism", "There is no evidence that vaccines cause autism"),
    ("Garlic lowers blood pressure", "Garlic reduces blood pressure"),
    ("Raw milk is dangerous", "Raw milk is not safe"),
    ("Never give babies honey", "Babies should not have honey"),
    ("Antibiotics do not work against flu", "Antibiotics are useless against flu"),
    ("Garlic is a remedy for colds", "Garlic treats colds"),
    ("Measles is no mild rash", "Measles is not a mild rash"),
    ("Garlic has no effect on colds", "Garlic does not prevent colds"),
    ("Coffee harms the heart", "Coffee is bad for the heart"),
    ("Garlic prevents colds", "Garlic cures or prevents colds"),
  ])
  func `the same`(claim: String, phrasing: String) {
    #expect(judge(claim, phrasing).polarity == .same)
  }

  @Test(arguments: [
    ("Vaccines do not cause autism", "Vaccines cause autism", Facet.negation),
    ("Vaccines cause autism", "No vaccine causes autism", .negation),
    ("Coffee raises blood pressure", "Coffee lowers blood pressure", .direction),
    ("Coffee prevents cancer", "Coffee causes cancer", .direction),
    ("Raw milk is safe", "Raw milk is dangerous", .direction),
    ("Babies need honey", "Never give babies honey", .direction),
    ("Babies need honey", "Babies do not need honey", .direction),
    ("Antibiotics work against flu", "Antibiotics do not work against flu", .negation),
    ("Depression is not a weakness", "Depression is a weakness", .negation),
  ])
  func `the opposite, and why`(claim: String, phrasing: String, facet: Facet) {
    let judgement = judge(claim, phrasing)
    #expect(judgement.polarity == .opposite)
    #expect(judgement.facets == [facet])
  }

  @Test(arguments: [
    ("Not all vaccines cause fever", "Vaccines cause fever"),
    ("Not vaccinating causes measles", "Vaccinating causes measles"),
    ("Vaccines do not cure measles", "Vaccines prevent measles"),
    ("Garlic is safe", "Garlic cures cancer"),
    ("Stress makes ulcers worse", "Stress causes ulcers"),
    ("Less sugar prevents diabetes", "Sugar prevents diabetes"),
    ("Sugar alone causes diabetes", "Sugar causes diabetes"),
    ("Garlic is safer than aspirin", "Garlic is safe, aspirin is too"),
    ("Garlic prevents and causes cancer", "Garlic causes cancer"),
    ("Men should not take aspirin", "Men do not need aspirin"),
    ("Asthma should not keep children from sports", "Children with asthma should do sports"),
    ("Women need aspirin", "Men need aspirin"),
  ])
  func `not plain`(claim: String, phrasing: String) {
    #expect(judge(claim, phrasing).polarity == .unknown)
  }

  @Test(arguments: [
    ("Obesity causes diabetes", "Diabetes causes obesity"),
    ("Obesity is caused by diabetes", "Diabetes is caused by obesity"),
    ("Statins prevent heart attacks", "A heart attack prevents the use of statins"),
  ])
  func `cause and effect in turned places are another claim`(claim: String, phrasing: String) {
    #expect(judge(claim, phrasing).polarity == .unknown)
  }

  @Test(arguments: [
    ("Obesity causes diabetes", "Diabetes is caused by obesity"),
    ("You get measles from the MMR vaccine", "The MMR vaccine causes measles"),
    ("Diabetes can be triggered by obesity", "Obesity triggers diabetes"),
    ("Cancer can be cured with garlic", "Garlic cures cancer"),
    ("Obesity is linked to diabetes", "Diabetes is linked to obesity"),
  ])
  func `the passive voice and links have no turned places`(claim: String, phrasing: String) {
    #expect(judge(claim, phrasing).polarity == .same)
  }

  @Test(arguments: [
    ("Take 4 mg of folic acid daily", "Take 400 mcg of folic acid daily", Comparison.Polarity.unknown),
    ("You should take 0.4 mg of folic acid", "Take 400 mcg of folic acid, you should", .same),
    ("The vaccine is 97% effective", "The vaccine is 50% effective", .unknown),
    ("You should brush 2 times", "In 1999 you should brush 2 times", .same),
  ])
  func `amounts that clash leave it open`(claim: String, phrasing: String, polarity: Comparison.Polarity) {
    let judgement = judge(claim, phrasing)
    #expect(judgement.polarity == polarity)
    #expect(judgement.facets.contains(.quantity) == (polarity == .unknown))
  }

  @Test func `the same words are the same, whatever they say`() {
    let text = "Not all vaccines cause only fever"
    let judgement = judge(text.uppercased(), text)
    #expect(judgement.polarity == .same)
    #expect(judgement.certainty == settings.verbatimCertainty)
  }
}
