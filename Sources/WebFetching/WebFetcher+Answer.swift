public import FactCheckCore

extension WebFetcher {
  /// What a server answered to a request that may have been conditional.
  public struct Answer: Sendable {
    /// What came.
    public enum Body: Sendable {
      case content(RawContent)
      /// The page is still what the validators of the request stand for.
      case notModified
    }

    public let body: Body
    /// What to ask with next time; maybe empty.
    public let validators: Validators
    /// Where the page was moved for good, in normal form: the target of the last redirect before which, itself included, all
    /// were permanent (301 or 308); `nil` when there is none, or when it leads back.
    public let movedTo: String?
    /// How long the server says that the answer stays as it is, from zero to a week; `nil` when it does not say.
    public let freshness: Duration?
    /// Whether the server lets the answer be kept for later.
    let mayBeKept: Bool

    /// For those who answer in a server's place.
    package init(
      body: Body, validators: Validators = Validators(), movedTo: String? = nil, freshness: Duration? = nil,
      mayBeKept: Bool = true
    ) {
      self.body = body
      self.validators = validators
      self.movedTo = movedTo
      self.freshness = freshness
      self.mayBeKept = mayBeKept
    }
  }

  /// The way of a fetch over its redirects.
  struct Trail {
    /// The first address.
    let asked: WebAddress
    /// Where permanent redirects led, up to the first that was not.
    private(set) var moved: WebAddress?
    private var isPermanent = true

    init(from asked: WebAddress) { self.asked = asked }

    mutating func lead(to address: WebAddress, permanently: Bool) {
      isPermanent = isPermanent && permanently
      if isPermanent { moved = address }
    }

    var movedTo: String? { moved == asked ? nil : moved?.description }
  }
}
