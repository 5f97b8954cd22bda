import ClaimDetection
import ClaimVerification
import ContentExtraction
import Foundation
import TextAnalysis

/// The data files, read and parsed.
struct Resources {
  let lexicons: Lexicons
  let cues: CueLists
  let detection: DetectionSettings
  let verification: VerificationSettings
  let extraction: ExtractionRules
  let segmentation: SegmentationWords
  let languages: LanguageIdentifier

  /// Reads the files below `root`, the folder that holds `Data`.
  init(root: String) throws(FactCheckingError) {
    let data = DataFolder(path: "\(root)/Data")
    let words = try data.texts(under: "lexicons")
    let abbreviations = try data.texts(under: "segmentation")
    let functionWords = try data.texts(under: "languages")
    do {
      lexicons = try Lexicons(files: words)
      cues = try CueLists(files: words)
      segmentation = try SegmentationWords(files: abbreviations)
      languages = LanguageIdentifier(profiles: try LanguageProfiles(files: functionWords))
    } catch {
      throw .unusableResource(path: "\(data.path), \(error.file)", problem: error.problem)
    }
    detection = try data.value(of: DetectionSettings.self, at: "detection/settings.json")
    verification = try data.value(of: VerificationSettings.self, at: "verification/settings.json")
    let vocabulary = try data.text(at: "extraction/vocabulary.txt")
    let thresholds = try data.text(at: "extraction/thresholds.txt")
    let phrases = try data.text(at: "extraction/phrases.txt")
    do {
      extraction = try ExtractionRules(vocabulary: vocabulary, thresholds: thresholds, phrases: phrases)
    } catch {
      throw .unusableResource(path: "\(data.path)/extraction", problem: "\(error)")
    }
  }
}

extension Resources {
  /// When a judgement becomes a verdict: one by the rules alone, or by model and rules.
  static func gate(root: String, hasModels: Bool) throws(FactCheckingError) -> GateSettings {
    let name = hasModels ? "gate-with-models" : "gate"
    return try DataFolder(path: "\(root)/Data").value(of: GateSettings.self, at: "verification/\(name).json")
  }

  /// What weighs the answers of the language model: it belongs to the weights, and is read only with them.
  static func classifier(root: String) throws(FactCheckingError) -> StanceClassifier {
    let data = DataFolder(path: "\(root)/Data")
    let classifier = try data.value(of: StanceClassifier.self, at: "verification/classifier.json")
    guard classifier.isUsable else {
      throw .unusableResource(path: "\(data.path)/verification/classifier.json", problem: "it is for other features")
    }
    return classifier
  }
}

/// The `Data` folder.
private struct DataFolder {
  let path: String

  func text(at name: String) throws(FactCheckingError) -> String {
    do {
      return try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    } catch {
      throw .unusableResource(path: "\(path)/\(name)", problem: "it cannot be read as UTF-8 text")
    }
  }

  /// The `.txt` files below a folder, by their path in it.
  func texts(under folder: String) throws(FactCheckingError) -> [String: String] {
    guard let names = FileManager.default.enumerator(atPath: "\(path)/\(folder)") else {
      throw .unusableResource(path: "\(path)/\(folder)", problem: "there is no such folder")
    }
    var texts: [String: String] = [:]
    for case let name as String in names where name.hasSuffix(".txt") {
      texts[name] = try text(at: "\(folder)/\(name)")
    }
    return texts
  }

  func value<Value: Decodable>(of type: Value.Type, at name: String) throws(FactCheckingError) -> Value {
    let text = try text(at: name)
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw .unusableResource(path: "\(path)/\(name)", problem: "\(error)")
    }
  }
}
