import FactCheckCore

extension LintRule {
  /// Published, then read, and nothing in the future.
  static let statementDates = LintRule("statement-dates") { entry, context in
    entry.statements.enumerated().flatMap { index, statement -> [LintIssue] in
      let place = "statements[\(index)]"
      let days = [
        ("published", statement.published), ("checked.on", statement.checked?.on), ("since", statement.since),
      ]
      var issues = days.compactMap { key, day in context.futureIssue(day, at: "\(place).\(key)") }
      if let published = statement.published {
        if let read = statement.checked?.on, read < published {
          issues.append(LintIssue(at: "\(place).checked.on", "read before it was published: correct one of the days"))
        }
        if let since = statement.since, since < published {
          issues.append(LintIssue(at: "\(place).since", "set aside before it was published: correct one of the days"))
        }
      }
      return issues
    }
  }

  /// Reviewed, and due again within two years: four years after, a fifth of recommendations no longer hold (Martínez
  /// García et al., CMAJ 2014).
  static let reviewDates = LintRule("review-dates") { entry, context in
    let review = entry.review
    let future = context.futureIssue(review.on, at: "review.on").map { [$0] } ?? []
    if review.due <= review.on {
      return future + [LintIssue(at: "review.due", "due before it was reviewed: correct one of the days")]
    }
    let latest = (review.on.year + 2, review.on.month, review.on.day)
    if (review.due.year, review.due.month, review.due.day) > latest {
      return future + [LintIssue(at: "review.due", "due more than two years after the review: bring it forward")]
    }
    return future
  }

  static let reviewDue = LintRule("review-due") { entry, context in
    guard entry.review.due < context.today else { return [] }
    return [
      LintIssue(
        at: "review.due", severity: .warning,
        "the review was due on \(entry.review.due): read the pages again, then set “on” and “due”")
    ]
  }
}

extension LintContext {
  fileprivate func futureIssue(_ day: CalendarDate?, at field: String) -> LintIssue? {
    guard let day, day > today else { return nil }
    return LintIssue(at: field, "\(day) is in the future: correct the day")
  }
}
