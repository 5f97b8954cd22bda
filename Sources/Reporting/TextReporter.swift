public import FactCheckCore

/// Writes a report for reading in a terminal: the words with the claim underlined, the verdict, why, and the statements.
public struct TextReporter: Sendable {
  private let style: TextStyle
  private let width: Int
  /// How many statements are shown for a verdict, and for each side of a dispute.
  private static let evidenceLimit = 3
  /// How many statements are shown that only come near.
  private static let nearestLimit = 2
  /// How many alerts are shown beside a verdict.
  private static let noticeLimit = 2
  /// What stands left of the quoted words: a line number of up to four digits, or room for one.
  private static let gutterWidth = 7

  /// A reporter that fits its lines into `width` columns, but for addresses, which stay whole.
  public init(style: TextStyle = .plain, width: Int = 100) {
    self.style = style
    self.width = max(40, width)
  }

  /// The report of a document.
  ///
  /// - Parameters:
  ///   - report: what to show.
  ///   - isVerbatim: whether the text of the document is that of its source. The text of a page is not, so that lines and
  ///     columns would mislead and are left out.
  /// - Returns: several lines, the last ending in a line feed.
  public func render(_ report: FactCheckReport, isVerbatim: Bool = true) -> String {
    let source = report.document.source
    let name = (source.finalURL ?? source.url ?? "text").printable
    let index = LineIndex(report.document.text)
    let claims = report.claims.map { render($0, in: index, name: name, isVerbatim: isVerbatim) + "\n" }
    let notes = report.diagnostics.flatMap { note($0, name: name) }
    return claims.joined() + notes.map { $0 + "\n" }.joined() + "\(name): \(summary(of: report))\n"
  }

  private func render(_ checked: CheckedClaim, in index: LineIndex, name: String, isVerbatim: Bool) -> String {
    let label = checked.verdict.label
    let (line, column) = index.place(of: checked.claim.span.start)
    let place = style.bold(isVerbatim ? "\(name):\(line):\(column):" : "\(name):")
    let reason = Self.reason(of: checked).map { " (\($0))" } ?? ""
    var lines = ["\(place) \(style.tinted(label.rawValue, as: label))\(reason)"]
    for row in TextExcerpt(of: checked.claim.span, in: index, width: width - Self.gutterWidth).rows {
      let marks = "^" + String(repeating: "~", count: max(0, row.underline.count - 1))
      let indent = String(repeating: " ", count: row.underline.lowerBound)
      lines.append(style.dim(gutter(isVerbatim ? row.line : nil)) + row.text)
      lines.append(style.dim(gutter(nil)) + indent + style.tinted(marks, as: label))
    }
    lines += Explanation(of: checked).text.wrapped(width: width, indent: "  ")
    lines += evidence(for: checked.verdict)
    lines += notes(on: checked)
    return lines.map { $0 + "\n" }.joined()
  }

  /// What has to stand beside the verdict, so that nobody takes a myth for true whose denial is supported.
  private static func reason(of checked: CheckedClaim) -> String? {
    checked.verdict.reason?.rawValue ?? (checked.claim.attribution == .denied ? "the author denies it" : nil)
  }

  private func evidence(for verdict: Verdict) -> [String] {
    switch verdict {
    case .supported(let grounds), .contradicted(let grounds), .overstated(let grounds): statements(grounds.all)
    case .disputed(let affirming, let opposing):
      ["  For:"] + statements(affirming.all) + ["  Against, or only in part:"] + statements(opposing.all)
    case .outdated(let old, let current):
      ["  Today:"] + statements(current.all) + ["  Before:"] + statements(old.all)
    case .unsupported(_, let nearest): statements(Array(nearest.prefix(Self.nearestLimit)))
    }
  }

  private func statements(_ evidence: [Evidence]) -> [String] {
    let rest = evidence.count - Self.evidenceLimit
    let more = rest > 0 ? ["  and \(rest) more"] : []
    return evidence.prefix(Self.evidenceLimit).flatMap(lines) + more
  }

  private func lines(for evidence: Evidence) -> [String] {
    let statement = evidence.statement
    let name = evidence.organization.name
    let details = Self.details(of: statement)
    let fits = "  • \(name), \(details)".columns <= width
    let heading =
      fits
      ? ["  • \(style.bold(name)), \(details)"]
      : ["  • \(style.bold(name))"] + details.wrapped(width: width, indent: "    ")
    let link = DeepLink.url(of: statement).map { ["    \(style.dim($0))"] } ?? []
    return heading + statement.text.wrapped(width: width, indent: "    ") + link
  }

  private func notes(on checked: CheckedClaim) -> [String] {
    let rest = checked.notices.count - Self.noticeLimit
    let more = rest > 0 ? ["  and \(rest) more"] : []
    return checked.notices.prefix(Self.noticeLimit).flatMap(lines) + more
  }

  private func lines(for notice: Notice) -> [String] {
    let heading = "Unreviewed notice: \(notice.publisher.printable), \(notice.published)"
    var lines = heading.wrapped(width: width, indent: "  ")
    lines += notice.title.printable.wrapped(width: width, indent: "    ")
    if let body = notice.body { lines += body.printable.wrapped(width: width, indent: "    ") }
    return lines + ["    \(style.dim(notice.link.printable))"]
  }

  private static func details(of statement: Statement) -> String {
    let published = statement.published.map { "published \($0)" }
    let read = statement.checked.map { "read \($0.on)" } ?? "page not read yet"
    let since = statement.since.map { " \($0)" } ?? ""
    let standing = statement.status == .active ? nil : statement.status.rawValue + since
    return [published, read, standing].compactMap(\.self).joined(separator: ", ")
  }

  private func note(_ diagnostic: Diagnostic, name: String) -> [String] {
    "\(name): \(diagnostic.severity.rawValue): \(diagnostic.message.printable) [\(diagnostic.code)]".wrapped(
      width: width)
  }

  private func summary(of report: FactCheckReport) -> String {
    guard report.isChecked else { return "not checked" }
    let count = report.claims.count
    guard count > 0 else { return "no medical claims found" }
    let parts = Verdict.Label.allCases.compactMap { label -> String? in
      let count = report.count(of: label)
      return count == 0 ? nil : style.tinted("\(count) \(label.rawValue)", as: label)
    }
    return "\(count) \(count == 1 ? "claim" : "claims"): \(parts.joined(separator: ", "))"
  }

  private func gutter(_ line: Int?) -> String {
    let number = line.map(String.init) ?? ""
    return String(repeating: " ", count: max(0, Self.gutterWidth - 3 - number.count)) + number + " | "
  }
}
