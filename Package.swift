// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "vetted",
  products: [
    .library(name: "FactChecking", targets: ["FactChecking"]),
    .executable(name: "vetted", targets: ["vetted"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The values that travel, and the stages that hand them on.
    .target(name: "FactCheckCore"),
  ]
)
