struct LanguageIdentifier: Sendable { init(profiles: [String: String]) {}; func identify(_ t: String) -> (language: String, confidence: Double)? { nil } }
