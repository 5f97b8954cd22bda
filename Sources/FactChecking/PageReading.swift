public import FactCheckCore

/// Where the pages that statements refer to are read.
///
/// An implementation answers for each address, and never throws: that a page cannot be read is an answer.
public protocol PageReading {
  /// The page that answers for the address of a statement.
  func page(of statement: Statement) -> PageCopy
}

/// What became of a page.
public enum PageCopy: Sendable {
  /// - Parameters:
  ///   - address: what was read.
  ///   - movedTo: the address that the page says it has now, if that is another one.
  case read(RawContent, address: String, movedTo: String? = nil)
  /// The server says that there is no such page.
  case gone(address: String)
  case unreachable(address: String, reason: String)
  /// Nothing to read: the statement names no page, or it is not among the copies.
  case absent
}
