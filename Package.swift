// swift-tools-version: 6.2

import PackageDescription

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "vetted",
  products: [
    .library(name: "FactChecking", targets: ["FactChecking", "FactCheckCore", "Reporting"]),
    .executable(name: "vetted", targets: ["vetted"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The values that travel, and the stages that hand them on. Imports nothing.
    .target(name: "FactCheckCore"),

    // System libraries.
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "Digests", dependencies: ["CLibCrypto"]),

    // The stages of a check.
    .target(name: "WebFetching", dependencies: ["FactCheckCore", "CCurl", "Digests"]),
    .target(name: "ContentExtraction", dependencies: ["FactCheckCore", "CLibXML2"]),
    .target(name: "FeedReading", dependencies: ["FactCheckCore", "CLibXML2"]),
    .target(name: "TextAnalysis", dependencies: ["FactCheckCore"]),
    .target(name: "ClaimDetection", dependencies: ["FactCheckCore", "TextAnalysis"]),
    .target(name: "KnowledgeBase", dependencies: ["FactCheckCore", "CMatrix", "Digests", grdb, "Yams"]),
    .target(
      name: "KnowledgeRefresh",
      dependencies: [
        "FactCheckCore", "Digests", "FeedReading", "KnowledgeBase", "WebFetching", "TextAnalysis", grdb,
      ]),
    .target(name: "EvidenceRetrieval", dependencies: ["FactCheckCore", "TextAnalysis"]),
    .target(name: "ClaimVerification", dependencies: ["FactCheckCore", "TextAnalysis"]),
    .target(name: "Reporting", dependencies: ["FactCheckCore"]),

    // The language models: meaning on a plain CPU.
    .target(name: "CMatrix"),
    .target(name: "LanguageModel", dependencies: ["FactCheckCore", "CMatrix", "Digests"]),

    // The pipeline and the programs.
    .target(
      name: "FactChecking",
      dependencies: [
        "FactCheckCore", "Digests", "ContentExtraction", "TextAnalysis", "ClaimDetection", "KnowledgeBase",
        "EvidenceRetrieval", "ClaimVerification", "LanguageModel",
      ]),
    .executableTarget(
      name: "vetted",
      dependencies: [
        "FactCheckCore", "ClaimVerification", "FactChecking", "FeedReading", "KnowledgeBase", "KnowledgeRefresh",
        "LanguageModel", "Reporting", "TextAnalysis", "WebFetching", argumentParser,
      ]),
    .executableTarget(
      name: "bench", dependencies: [argumentParser]),
  ]
)

/// Test targets by what they test.
let tests: [String: [Target.Dependency]] = [
  "FactCheckCoreTests": ["FactCheckCore"],
  "DigestsTests": ["Digests"],
  "WebFetchingTests": ["WebFetching", "FactCheckCore", "CCurl", "TestSupport"],
  "ContentExtractionTests": ["ContentExtraction", "FactCheckCore", "TestSupport"],
  "FeedReadingTests": ["FeedReading", "FactCheckCore", "TestSupport"],
  "TextAnalysisTests": ["TextAnalysis", "FactCheckCore", "TestSupport"],
  "ClaimDetectionTests": ["ClaimDetection", "TextAnalysis", "FactCheckCore", "TestSupport"],
  "KnowledgeBaseTests": ["KnowledgeBase", "Digests", "FactCheckCore", grdb, "TestSupport", "Yams"],
  "KnowledgeRefreshTests": [
    "KnowledgeRefresh", "KnowledgeBase", "FactCheckCore", "WebFetching", grdb, "TestSupport",
  ],
  "EvidenceRetrievalTests": ["EvidenceRetrieval", "TextAnalysis", "FactCheckCore", "TestSupport"],
  "ClaimVerificationTests": ["ClaimVerification", "TextAnalysis", "FactCheckCore", "TestSupport"],
  "LanguageModelTests": ["LanguageModel", "FactCheckCore", "CMatrix"],
  "ReportingTests": ["Reporting", "FactCheckCore"],
  "FactCheckingTests": ["FactChecking", "FactCheckCore", "ContentExtraction", "KnowledgeBase", "Reporting"],
  "VettedCommandTests": ["vetted", "TestSupport"],
]
package.targets.append(
  .target(name: "TestSupport", dependencies: ["TextAnalysis", "CCurl"], path: "Tests/TestSupport"))
package.targets += tests.sorted { $0.key < $1.key }.map { .testTarget(name: $0.key, dependencies: $0.value) }

// Only for `make fuzz`, which links them itself.
if Context.environment["VETTED_FUZZ"] != nil {
  let fuzzers: [String: [Target.Dependency]] = [
    "url": ["WebFetching"], "robots": ["WebFetching"],
    "html": ["ContentExtraction", "FactCheckCore", "FuzzSupport"],
    "pdf": ["ContentExtraction", "FactCheckCore", "FuzzSupport"],
    "encodings": ["ContentExtraction", "FactCheckCore", "FuzzSupport"],
    "sentences": ["TextAnalysis", "FactCheckCore"],
    "feed": ["FeedReading", "FactCheckCore"], "entry": ["KnowledgeBase"], "weights": ["LanguageModel"],
    "wordpiece": ["LanguageModel", "FactCheckCore"],
  ]
  package.targets.append(
    .target(name: "FuzzSupport", dependencies: ["ContentExtraction"], path: "Fuzz/Sources/FuzzSupport"))
  package.targets += fuzzers.map {
    .target(name: "fuzz-\($0.key)", dependencies: $0.value, path: "Fuzz/Sources/fuzz-\($0.key)")
  }
}

for target in package.targets where target.type != .system && !["CCurl", "CMatrix"].contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
