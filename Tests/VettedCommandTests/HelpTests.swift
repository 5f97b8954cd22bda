import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    "", "check", "kb", "kb lint", "kb build", "kb stats", "kb show", "kb search", "kb verify", "inspect",
    "inspect extract",
    "inspect sentences", "inspect claims", "inspect search", "inspect stance", "inspect address", "inspect robots",
    "evaluate", "about",
  ]) func `each command has a help`(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let outcome = try Program().run(words + ["--help"], environment: ["COLUMNS": "80"])
    #expect(outcome.status == 0)
    try Fixtures.expect(outcome.output, "help/\((["vetted"] + words).joined(separator: "-")).txt")
  }

  @Test(arguments: [["--nonsense"], ["nonsense"], ["check", "--format", "xml"], ["kb", "show"], ["kb", "search"]])
  func `wrong usage ends with 64 and says what is right`(arguments: [String]) throws {
    let outcome = try Program().run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
    #expect(outcome.errors.contains("Usage: vetted"))
  }

  @Test func `the version is printed`() throws {
    let outcome = try Program().run(["--version"])
    #expect(outcome.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }
}
