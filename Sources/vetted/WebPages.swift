import FactCheckCore
import FactChecking
import WebFetching

/// Pages as they are on the web now; each is fetched once.
final class WebPages: PageReading {
  private let visitor: PageVisitor
  private var known: [String: PageCopy] = [:]

  init(fetcher: WebFetcher) { visitor = PageVisitor(fetcher: fetcher) }

  func page(of statement: Statement) -> PageCopy {
    guard let address = statement.url else { return .absent }
    if let known = known[address] { return known }
    let page = fetch(address)
    known[address] = page
    return page
  }

  private func fetch(_ address: String) -> PageCopy {
    do {
      let content = try visitor.page(at: address)
      let final = content.source.finalURL
      return .read(content, address: address, movedTo: final == content.source.url ? nil : final)
    } catch {
      if case .status(404, _) = error.problem { return .gone(address: address) }
      if case .status(410, _) = error.problem { return .gone(address: address) }
      return .unreachable(address: address, reason: error.code)
    }
  }
}
