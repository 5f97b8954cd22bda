public import FactCheckCore

/// Writes a report for reading in a terminal: the line, the claim underlined, the verdict, why, and the statements.
public struct TextReporter: Sendable {
  private let style: TextStyle
  private let width: Int
  /// How many statements are shown for a claim.
  private static let evidenceLimit = 3

  /// - Parameter width: the number of columns to fit.
  public init(style: TextStyle = .plain, width: Int = 100) {
    self.style = style
    self.width = max(40, width)
  }

  /// The report, ending in a line feed.
  public func render(_ report: FactCheckReport) -> String {
    let name = report.document.source.finalURL ?? report.document.source.url ?? "text"
    let claims = report.claims.map { render($0, in: report.document, name: name) }
    let notes = report.diagnostics.map { "\($0.severity.rawValue): \($0.message) [\($0.code)]\n" }
    return claims.map { $0 + "\n" }.joined() + notes.joined() + summary(of: report) + "\n"
  }

  private func render(_ checked: CheckedClaim, in document: Document, name: String) -> String {
    let label = checked.verdict.label
    let excerpt = TextExcerpt(of: checked.claim.span, in: document.text, width: width - Self.gutter(1).count)
    let place = "\(name):\(excerpt.line):\(excerpt.column):"
    var lines = ["\(style.bold(place)) \(style.tinted(label.rawValue, as: label))\(reason(of: checked))"]
    for row in excerpt.rows {
      lines.append(style.dim(Self.gutter(excerpt.line)) + row.text)
      let marks = "^" + String(repeating: "~", count: max(0, row.underline.count - 1))
      let indent = String(repeating: " ", count: row.underline.lowerBound)
      lines.append(style.dim(Self.gutter(nil)) + indent + style.tinted(marks, as: label))
    }
    lines += wrapped(Explanation(of: checked).text, indent: "  ")
    lines += evidence(of: checked)
    return lines.joined(separator: "\n") + "\n"
  }

  private func reason(of checked: CheckedClaim) -> String { checked.verdict.reason.map { " (\($0.rawValue))" } ?? "" }

  private func evidence(of checked: CheckedClaim) -> [String] {
    if case .disputed(let affirming, let opposing) = checked.verdict {
      return ["  For:"] + statements(affirming.all) + ["  Against, or only in part:"] + statements(opposing.all)
    }
    if case .outdated(let old, let current) = checked.verdict {
      return ["  Today:"] + statements(current.all) + ["  Before:"] + statements(old.all)
    }
    return statements(checked.verdict.evidence + checked.verdict.nearest)
  }

  private func statements(_ evidence: [Evidence]) -> [String] {
    evidence.prefix(Self.evidenceLimit).flatMap { item in
      let statement = item.statement
      let dates = [statement.published.map { "published \($0)" }, statement.checked.map { "read \($0.on)" }]
      let known = dates.compactMap { $0 }
      let standing = statement.status == .active ? [] : [Self.standing(of: statement)]
      let details = (known.isEmpty ? ["not yet read on the page"] : known) + standing
      var lines = ["  • \(style.bold(item.organization.name)) (\(details.joined(separator: ", ")))"]
      lines += wrapped(statement.text, indent: "    ")
      if let url = DeepLink.url(of: statement) { lines.append("    \(url)") }
      return lines
    }
  }

  private static func standing(of statement: Statement) -> String {
    statement.status.rawValue + (statement.since.map { " \($0)" } ?? "")
  }

  /// The text in lines of the width, cut at spaces.
  private func wrapped(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = indent
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > width, line.count > indent.count {
        lines.append(line)
        line = indent
      }
      line += (line.count > indent.count ? " " : "") + word
    }
    return lines + [line]
  }

  private func summary(of report: FactCheckReport) -> String {
    let count = report.claims.count
    guard count > 0 else {
      return report.isChecked ? "no medical claims found" : "not checked"
    }
    let parts = Verdict.Label.allCases.compactMap { label -> String? in
      let count = report.count(of: label)
      return count == 0 ? nil : style.tinted("\(count) \(label.rawValue)", as: label)
    }
    return "\(count) \(count == 1 ? "claim" : "claims"): \(parts.joined(separator: ", "))"
  }

  private static func gutter(_ line: Int?) -> String {
    let number = line.map(String.init) ?? ""
    return String(repeating: " ", count: max(0, 4 - number.count)) + number + " | "
  }
}
