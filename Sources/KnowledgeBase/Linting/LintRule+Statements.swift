import Digests
import FactCheckCore

extension LintRule {
  static let organizationKnown = LintRule("organization-known") { entry, context in
    entry.statements.enumerated().compactMap { index, statement in
      guard context.organizations[statement.organization] == nil else { return nil }
      return LintIssue(
        at: "statements[\(index)].organization", context.unknownOrganization(statement.organization))
    }
  }

  /// Plain words: at most two sentences and 60 words.
  static let statementText = LintRule("statement-text") { entry, _ in
    entry.statements.enumerated().flatMap { index, statement -> [LintIssue] in
      let field = "statements[\(index)].text"
      let words = statement.text.wordCount
      let sentences = SentenceCount.count(in: statement.text)
      return (words > 60 ? [LintIssue(at: field, "the text has \(words) words: shorten it to 60")] : [])
        + (sentences > 2 ? [LintIssue(at: field, "the text has \(sentences) sentences: shorten it to two")] : [])
    }
  }

  /// `https`, on a host of the organization. A copy elsewhere belongs in `checked.of`.
  static let statementAddress = LintRule("statement-address") { entry, context in
    entry.statements.enumerated().compactMap { index, statement in
      guard let url = statement.url else { return nil }
      let field = "statements[\(index)].url"
      guard let host = WebAddress.host(ofSecure: url) else {
        return LintIssue(at: field, "“\(url)” is no https address: use the page's https address, or null")
      }
      guard let organization = context.organizations[statement.organization] else { return nil }
      if organization.hosts.contains(where: { WebAddress.isHost(host, within: $0) }) { return nil }
      return LintIssue(
        at: field,
        "\(host) is no host of \(organization.id) (\(organization.hosts.joined(separator: ", "))): give its own "
          + "address, and a copy's in checked.of; or add the host to organizations/\(organization.id).yaml")
    }
  }

  /// A quote has 25 words at most, its hash, and a licence that allows it.
  static let statementQuote = LintRule("statement-quote") { entry, _ in
    entry.statements.enumerated().flatMap { index, statement -> [LintIssue] in
      let field = "statements[\(index)].quote"
      guard let quote = statement.quote else {
        return statement.sha256 == nil ? [] : [LintIssue(at: field, "a hash without a quote: remove “sha256”")]
      }
      var issues: [LintIssue] = []
      let words = quote.wordCount
      if words > 25 { issues.append(LintIssue(at: field, "the quote has \(words) words: shorten it to 25")) }
      if !statement.licence.allowsQuote {
        issues.append(LintIssue(at: field, "the licence allows no quote: remove it, “text” says it in our words"))
      }
      let hash = SHA256.hexDigest(of: quote)
      if statement.sha256 != hash {
        issues.append(LintIssue(at: field, "the hash is not that of the quote: write “sha256: \(hash)”"))
      }
      return issues
    }
  }

  /// Crown and federal works are those of a government: what another body publishes is not in the public domain.
  static let statementLicence = LintRule("statement-licence") { entry, context in
    entry.statements.enumerated().compactMap { index, statement in
      guard let organization = context.organizations[statement.organization],
        statement.licence == .publicDomain || statement.licence == .ogl, statement.licence != organization.licence
      else { return nil }
      return LintIssue(
        at: "statements[\(index)].licence",
        "\(organization.id) publishes under \(organization.licence.rawValue): write that")
    }
  }

  /// What is not active says why and since when.
  static let statementStatus = LintRule("statement-status") { entry, _ in
    entry.statements.enumerated().compactMap { index, statement in
      let field = "statements[\(index)].status"
      let isExplained = statement.why != nil && statement.since != nil
      switch statement.status {
      case .active where statement.why != nil || statement.since != nil:
        return LintIssue(at: field, "an active statement has “why” or “since”: remove them or change the status")
      case .stale, .withdrawn, .superseded, .setAside:
        let message = "a \(statement.status.rawValue) statement does not say why and since when: add “why” and “since”"
        return isExplained ? nil : LintIssue(at: field, message)
      case .active: return nil
      }
    }
  }

  /// How a page was read is one of two words, and the copy has an address.
  static let statementCheck = LintRule("statement-check") { entry, _ in
    entry.statements.enumerated().flatMap { index, statement -> [LintIssue] in
      guard let checked = statement.checked else { return [] }
      let place = "statements[\(index)].checked"
      let how = ["stored-copy", "live"].contains(checked.how)
      let isAddress = checked.of.hasPrefix("https://") || checked.of.hasPrefix("http://")
      return (how ? [] : [LintIssue(at: place + ".how", "“\(checked.how)”: write stored-copy or live")])
        + (isAddress ? [] : [LintIssue(at: place + ".of", "“\(checked.of)”: give the address of the copy read")])
    }
  }
}

extension LintContext {
  /// The message for an organization that has no file.
  func unknownOrganization(_ id: String) -> String {
    let hint = Spelling.nearest(to: id, among: organizations.keys.sorted())
    return "the organization “\(id)” is unknown: "
      + (hint.map { "did you mean “\($0)”?" } ?? "add organizations/\(id).yaml")
  }
}
