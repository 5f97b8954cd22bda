/// Tells the language of a text: by its script first, among languages in Latin script by function words and letters.
///
/// English is the language that is checked, so a text is called foreign only on good evidence: slang, names, hashtags
/// and the Latin of medicine are none.
public struct LanguageIdentifier: Sendable {
  /// Only so many bytes are looked at.
  private static let reach = 20_000
  /// The fewest letters of another script that tell a language.
  private static let fewestLetters = 3
  /// The least evidence for English, in function words that only English has.
  private static let leastEvidence = 1.5
  /// What another language needs: evidence, how much more of it than English has, how many different words and letters,
  /// and the share of the words that tell it.
  private static let foreign = (evidence: 2.5, lead: 2.0, signs: 3, share: 0.2)

  private let profiles: LanguageProfiles

  public init(profiles: LanguageProfiles) { self.profiles = profiles }

  /// The BCP 47 tag of the language and how sure it is, from 0 to 1; `nil` when the text is too short to tell.
  public func identify(_ text: String) -> (language: String, confidence: Double)? {
    let scalars = String(decoding: text.utf8.prefix(Self.reach), as: UTF8.self).unicodeScalars
    let counts = ScriptCounts(scalars, scripts: profiles.scripts)
    if let (language, share) = counts.majority(atLeast: Self.fewestLetters) { return (language, share) }
    return latinLanguage(of: scalars)
  }

  private func latinLanguage(of scalars: String.UnicodeScalarView) -> (language: String, confidence: Double)? {
    let words = Self.words(of: scalars)
    var evidence: [String: Double] = [:]
    var signs: [String: Set<String>] = [:]
    func note(_ sign: String, of languages: [String]) {
      for language in languages {
        evidence[language, default: 0] += 1 / Double(languages.count)
        signs[language, default: []].insert(sign)
      }
    }
    for word in words {
      note(word, of: profiles.words[word] ?? [])
      if word.utf8.allSatisfy(\.isASCIIByte) { continue }
      for letter in Set(word.unicodeScalars) { note(String(letter), of: profiles.letters[letter] ?? []) }
    }
    let ranked = evidence.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first else { return nil }
    let rival = ranked.dropFirst().first?.value ?? 0
    let confidence = best.value / (best.value + rival + 0.5)
    let english = evidence["en"] ?? 0
    let share = best.value / Double(words.count)
    if best.key != "en", best.value >= Self.foreign.evidence, best.value >= Self.foreign.lead * english,
      signs[best.key, default: []].count >= Self.foreign.signs, share >= Self.foreign.share
    {
      return (best.key, confidence)
    }
    return english >= Self.leastEvidence ? ("en", best.key == "en" ? confidence : 0.5) : nil
  }

  /// The words in lower case, without addresses, mentions and hashtags.
  private static func words(of scalars: String.UnicodeScalarView) -> [String] {
    scalars.split(whereSeparator: \.isWhiteSpace).flatMap { chunk -> [String] in
      guard let first = chunk.first, first != "#", first != "@", !chunk.contains("/"), !chunk.contains("@") else {
        return []
      }
      return chunk.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map { word in
        var lower: [UInt8] = []
        for scalar in word {
          if scalar.isASCII {
            lower.append(UInt8(ascii: scalar).lowercased)
          } else {
            lower.append(contentsOf: scalar == "’" ? "'".utf8 : scalar.properties.lowercaseMapping.utf8)
          }
        }
        return String(decoding: lower, as: UTF8.self)
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWhiteSpace: Bool { isASCII ? UInt8(ascii: self).isSpace : properties.isWhitespace }

  fileprivate var isLetter: Bool { isASCII ? UInt8(ascii: self).isLetter : properties.isAlphabetic }
}

/// How many letters of a text belong to Latin script and to each other language by its script.
private struct ScriptCounts {
  private var latin = 0
  private var languages: [String: Int] = [:]

  init(_ scalars: String.UnicodeScalarView, scripts: [LanguageProfiles.Script]) {
    var marked: [String: [String: Int]] = [:]
    for scalar in scalars where scalar.isLetter {
      guard scalar.value > 0x36F, let script = scripts.first(where: { $0.block.contains(scalar.value) }) else {
        latin += 1
        continue
      }
      languages[script.language, default: 0] += 1
      if let language = script.languages[scalar] { marked[script.language, default: [:]][language, default: 0] += 1 }
    }
    // Japanese is written with Chinese characters too, but never without kana.
    if let kana = languages["ja"], let han = languages["zh"], kana * 10 >= han {
      languages["ja"] = kana + han
      languages["zh"] = nil
    }
    for (script, candidates) in marked {
      // A letter of its own in a hundred tells a language; fewer may be a name.
      guard let total = languages[script], let best = candidates.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        best.value * 100 >= total
      else { continue }
      languages[best.key] = total
      languages[script] = nil
    }
  }

  /// The language with most of the letters, if it has more than all others together, and its share.
  func majority(atLeast fewest: Int) -> (language: String, share: Double)? {
    let total = languages.values.reduce(latin, +)
    guard let best = languages.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= fewest,
      best.value * 2 > total
    else { return nil }
    return (best.key, Double(best.value) / Double(total))
  }
}
