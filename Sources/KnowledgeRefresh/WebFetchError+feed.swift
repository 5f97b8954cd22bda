import WebFetching

extension WebFetchError {
  /// What went wrong with a feed, and what becomes of it or what somebody should do.
  var toldOfFeed: String { "\(reason); \(advice)" }

  /// Whether it may be gone the next time.
  var isPassing: Bool {
    switch problem {
    case .timedOut, .connectionFailed, .lookupFailed, .badAnswer, .status(429, _), .status(500..., _), .cancelled: true
    default: false
    }
  }

  private var advice: String {
    switch problem {
    case .timedOut, .connectionFailed, .lookupFailed, .tls, .badAnswer, .robotsUnreadable, .cancelled,
      .status(429, _), .status(500..., _):
      "it is asked again later"
    case .tooLarge, .headerTooLarge: "it is asked again later, and should go if it stays so"
    case .blockedByRobots: "ask the publisher, or take the feed out"
    case .refused(let refusal) where !isRedirected && [.privateName, .privateAddress].contains(refusal.code):
      "allow the host with --allow-host if it is yours"
    case .refused, .tooManyRedirects, .redirectToPlainHTTP, .hostNotFound, .status, .unsupportedMediaType:
      "look for its address now, and correct it in its file"
    }
  }
}
