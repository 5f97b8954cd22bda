/// Why a page could not be fetched, where, and what to do about it.
public struct WebFetchError: Error, Hashable, Sendable {
  /// What went wrong.
  public let problem: Problem
  /// What was asked for, as it was written.
  public let requested: String
  /// The address at which it went wrong: the one asked for, or one that a redirect led to.
  public let address: String

  package init(_ problem: Problem, requested: String, address: String) {
    self.problem = problem
    self.requested = requested
    self.address = address
  }
}

extension WebFetchError {
  /// What can go wrong.
  public enum Problem: Hashable, Sendable {
    /// The policy does not let the address be fetched, or it is none.
    case refused(AddressPolicy.Refusal)
    /// The name has no address.
    case hostNotFound(String)
    /// The name servers gave no answer; the second value is what the system says of it.
    case lookupFailed(String, String)
    /// No connection came about; with what libcurl says of it.
    case connectionFailed(String)
    case timedOut(Phase, limit: Duration)
    /// The connection is not secure; with what libcurl says of it.
    case tls(String)
    /// The server answered with a status that is not a success, and maybe with when to come again
    /// (``WebFetchError/retryDelay(at:)``).
    case status(Int, retryAfter: String?)
    /// The body is larger than so many bytes.
    case tooLarge(limit: Int)
    /// The head of the answer is larger than so many bytes.
    case headerTooLarge(limit: Int)
    case unsupportedMediaType(String)
    case tooManyRedirects(limit: Int)
    case redirectToPlainHTTP
    /// The site's `robots.txt` asks programs not to fetch the address.
    case blockedByRobots
    /// The site's `robots.txt` could not be read, with why: nothing may be fetched until it can.
    case robotsUnreadable(String)
    /// The answer breaks off or breaks the rules of HTTP; with how.
    case badAnswer(String)
    /// The task was cancelled.
    case cancelled
  }

  /// What took too long.
  public enum Phase: String, Hashable, Sendable {
    case lookup, connect
    case firstByte = "first-byte"
    case total
  }

  /// A stable name of the problem, in kebab case.
  public var code: String {
    switch problem {
    case .refused(let refusal): refusal.code.rawValue
    case .hostNotFound: "host-not-found"
    case .lookupFailed: "lookup-failed"
    case .connectionFailed: "connection-failed"
    case .timedOut: "timed-out"
    case .tls: "tls-failed"
    case .status: "http-status"
    case .tooLarge, .headerTooLarge: "too-large"
    case .unsupportedMediaType: "unsupported-media-type"
    case .tooManyRedirects: "too-many-redirects"
    case .redirectToPlainHTTP: "redirect-to-plain-http"
    case .blockedByRobots: "blocked-by-robots"
    case .robotsUnreadable: "robots-unreadable"
    case .badAnswer: "bad-answer"
    case .cancelled: "cancelled"
    }
  }
}

extension WebFetchError: CustomStringConvertible {
  /// A sentence that says what and where, and one or two that say what to do.
  public var description: String {
    let place = isRedirected ? "\(requested.excerpt), which redirects to \(address.excerpt)" : requested.excerpt
    return "Cannot fetch \(place): \(problem.reason). \(problem.advice)"
  }

  /// What went wrong and where a redirect led, without advice: for those whose readers need other advice than people who
  /// check a page.
  public var reason: String {
    isRedirected ? "it redirects to \(address.excerpt): \(problem.reason)" : problem.reason
  }

  /// Whether it went wrong at an address that a redirect led to.
  public var isRedirected: Bool { address != requested && address != WebAddress(requested)?.description }
}

extension WebFetchError.Problem {
  /// Half a sentence that says what is wrong.
  var reason: String {
    switch self {
    case .refused(let refusal): refusal.reason
    case .hostNotFound(let host): "there is no host called \(host)"
    case .lookupFailed(let host, let detail): "the address of \(host) could not be looked up (\(detail))"
    case .connectionFailed(let detail): "no connection to the server (\(detail))"
    case .timedOut(let phase, let limit): "\(phase.reason) took longer than \(limit.inSeconds) s"
    case .tls(let detail): "the connection is not secure (\(detail))"
    case .status(let status, _): "the server answered \(status)\(Self.meaning(of: status))"
    case .tooLarge(let limit): "the page is larger than \(Self.size(limit))"
    case .headerTooLarge(let limit): "the header of the answer is larger than \(Self.size(limit))"
    case .unsupportedMediaType(let type): "it is \(type.excerpt), and only text pages can be read"
    case .tooManyRedirects(let limit): "the server redirects more than \(limit) times"
    case .redirectToPlainHTTP: "the redirect leaves https for plain http, where anybody could change the page"
    case .blockedByRobots: "it is blocked by robots.txt, in which the site asks programs not to fetch this page"
    case .robotsUnreadable(let detail):
      "robots.txt, in which the site says what programs may fetch, could not be read (\(detail))"
    case .badAnswer(let detail): "the server's answer is broken (\(detail.excerpt))"
    case .cancelled: "it was cancelled"
    }
  }

  fileprivate var advice: String {
    let instead = "paste the text, or save the page and pass the file"
    return switch self {
    case .refused(let refusal) where refusal.code == .notAnAddress:
      "Write the whole address, as in https://example.org/page, or \(instead)."
    case .refused(let refusal) where refusal.code == .privateName || refusal.code == .privateAddress:
      "Allow the host with --allow-host if it is yours, or \(instead)."
    case .hostNotFound: "Check the address for typing errors, or \(instead)."
    case .status(404, _), .status(410, _): "Check the address for typing errors, or \(instead)."
    case .status(429, let retryAfter), .status(503, let retryAfter):
      "Try again \(Self.time(retryAfter)), or \(instead)."
    case .lookupFailed, .connectionFailed, .timedOut, .badAnswer, .status(500..., _):
      "Try again later, or \(instead)."
    case .blockedByRobots: "Paste the text, or check a saved copy of the page instead."
    case .robotsUnreadable: "Try again later, paste the text, or check a saved copy of the page instead."
    case .cancelled: "Start again when you like, or \(instead)."
    default: "Instead, \(instead)."
    }
  }

  private static func meaning(of status: Int) -> String {
    switch status {
    case 401, 407: " (it wants a login)"
    case 402: " (it wants to be paid)"
    case 403: " (it does not let programs read this page)"
    case 404: " (there is no such page)"
    case 410: " (the page was removed)"
    case 429: " (it gets too many requests)"
    case 451: " (the page is blocked for legal reasons)"
    case 500...: " (it has trouble of its own)"
    default: ""
    }
  }

  /// When to come again, from a `Retry-After` in seconds or as a date.
  private static func time(_ retryAfter: String?) -> String {
    guard let retryAfter else { return "later" }
    return Int(retryAfter).map { "in \($0) s" } ?? "after \(retryAfter.excerpt)"
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes) bytes"
  }
}

extension WebFetchError.Phase {
  fileprivate var reason: String {
    switch self {
    case .lookup: "looking up the host"
    case .connect: "connecting"
    case .firstByte: "the first byte of the answer"
    case .total: "the whole fetch"
    }
  }
}

extension Duration {
  /// Seconds, as short as they can be written.
  fileprivate var inSeconds: String {
    let seconds = Double(components.seconds) + Double(components.attoseconds) * 1e-18
    return seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}
