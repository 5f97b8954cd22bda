public import FactCheckCore
public import WebFetching

/// Asks for feeds whose address has the day of their publication in it, as that of the health topics of MedlinePlus
/// (https://medlineplus.gov/xml.html): `{date}` in an address stands for it, and the last days are tried, the newest first.
/// All other addresses are asked for as they are.
public struct DatedFeedPages: FeedFetching {
  private let pages: any FeedFetching
  private let clock: @Sendable () -> Int

  /// How many days are tried: what is published on working days only, or once a week, is among them.
  static let days = 8

  /// - Parameters:
  ///   - pages: asks for the documents.
  ///   - clock: seconds since 1970.
  public init(_ pages: any FeedFetching, clock: @escaping @Sendable () -> Int) {
    self.pages = pages
    self.clock = clock
  }

  public func answer(to address: String, validators: Validators) throws(WebFetchError) -> WebFetcher.Answer {
    let address = DatedAddress(address)
    guard address.isDated else { return try pages.answer(to: address.text, validators: validators) }
    let today = CalendarDate(secondsSince1970: clock())
    var age = 0
    while true {
      do {
        return try pages.answer(to: address.on(today.adding(days: -age)), validators: validators)
      } catch {
        age += 1
        guard error.isAbsence, age < Self.days else { throw error }
      }
    }
  }

  public func page(at address: String) throws(WebFetchError) -> RawContent { try pages.page(at: address) }
}

/// An address that may have `{date}` in it, for a day in the form of ISO 8601.
struct DatedAddress {
  /// As it stands in the registry.
  let text: String

  private static let placeholder = "{date}"

  init(_ text: String) { self.text = text }

  var isDated: Bool { text.contains(Self.placeholder) }

  func on(_ day: CalendarDate) -> String { text.replacing(Self.placeholder, with: day.description) }
}

extension WebFetchError {
  /// Whether there is nothing at the address.
  fileprivate var isAbsence: Bool {
    if case .status(let status, _) = problem { status == 404 || status == 410 } else { false }
  }
}
