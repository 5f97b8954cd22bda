import FactCheckCore
import FactChecking
import Foundation
import WebFetching

/// Pages as they are on the web now; each is fetched once.
final class WebPages: PageReading {
  private let fetcher: WebFetcher
  private var known: [String: PageCopy] = [:]
  private var lastRequests: [String: Date] = [:]

  /// The least time between two requests to one host, in seconds.
  private static let spacing = 1.0

  init(fetcher: WebFetcher) { self.fetcher = fetcher }

  func page(of statement: Statement) -> PageCopy {
    guard let address = statement.url else { return .absent }
    if let known = known[address] { return known }
    wait(for: URL(string: address)?.host() ?? "")
    let page = fetch(address)
    known[address] = page
    return page
  }

  private func fetch(_ address: String) -> PageCopy {
    do {
      let content = try fetcher.fetch(address)
      let final = content.source.finalURL
      return .read(content, address: address, movedTo: final == content.source.url ? nil : final)
    } catch {
      if case .status(404, _) = error.problem { return .gone(address: address) }
      if case .status(410, _) = error.problem { return .gone(address: address) }
      return .unreachable(address: address, reason: error.code)
    }
  }

  private func wait(for host: String) {
    if let last = lastRequests[host] {
      Thread.sleep(forTimeInterval: max(0, Self.spacing + last.timeIntervalSinceNow))
    }
    lastRequests[host] = Date()
  }
}
