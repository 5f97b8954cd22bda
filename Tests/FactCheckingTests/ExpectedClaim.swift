import FactCheckCore

/// One line of a `.expected` file: what a careful reader says of a claim of a post.
struct ExpectedClaim {
  /// What the line asks of the program.
  enum Demand: Character {
    /// The verdict.
    case verdict = "!"
    /// The verdict, or abstaining: the wording is indirect, and a careful checker could also say nothing.
    case verdictOrNone = "?"
    /// Abstaining, for now: the verdict is right, and the rules do not reach it yet. The line fails once they do.
    case notYet = "~"
  }

  let demand: Demand
  let verdict: Verdict.Label
  let attribution: Attribution
  /// The entry the verdict rests on; `nil` for none.
  let entry: String?
  let quote: String

  /// Reads a line: an optional `?` or `~`, verdict, attribution, entry or `-`, and quote, separated by tabs.
  init?(_ line: Substring) {
    var fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    let mark = fields.first?.count == 1 ? fields.first?.first : nil
    if mark != nil { fields.removeFirst() }
    guard fields.count >= 4, let verdict = Verdict.Label(rawValue: String(fields[0])),
      let attribution = Attribution(rawValue: String(fields[1]))
    else { return nil }
    demand = mark.flatMap(Demand.init) ?? .verdict
    self.verdict = verdict
    self.attribution = attribution
    entry = fields[2] == "-" ? nil : String(fields[2])
    quote = String(fields[3])
  }
}
