public import FactCheckCore
import Foundation

/// Fetches web pages, so that neither the page nor whoever named it can turn the fetch against the network it runs in.
///
/// Each address, the first and every one that a redirect names, is parsed once (``WebAddress``), judged
/// (``AddressPolicy``), resolved once, and judged again by every IP address that came out. The connection is pinned
/// to those addresses and verified when its socket is opened, so that a second answer of the name server changes
/// nothing. Cookies, credentials and referrers are never sent. Time, size and the number of redirects are limited
/// (``Limits``).
///
/// `robots.txt` is not looked at: that is for ``PageVisitor``, and for whoever goes through ``RobotsGate`` and
/// ``HostThrottle`` first.
public struct WebFetcher: Sendable {
  let userAgent: String
  let policy: AddressPolicy
  var limits: Limits
  var acceptedMediaTypes: [String]
  let proxy: WebAddress?
  let certificates: String?
  let resolver: any HostResolving

  /// The name of this program in the `User-Agent` and in `robots.txt`.
  public static let productToken = "Vetted"

  /// Media types of pages that can be checked.
  public static let pageMediaTypes = [
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf",
  ]

  /// Media types of feeds and of lists of feeds; `text/html` because pages name their feeds, and because some servers
  /// answer with a page that says what is wrong.
  public static let feedMediaTypes = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/xml", "text/xml",
    "application/json", "application/rdf+xml", "text/x-opml", "text/html",
  ]

  /// Stands for every media type.
  package static let anyMediaType = "*/*"

  /// - Parameters:
  ///   - version: the version of Vetted, for the `User-Agent`.
  ///   - contact: an address or page where a site's keeper can reach whoever runs this, for the `User-Agent`.
  ///   - policy: which addresses may be fetched.
  ///   - limits: how long and how much.
  ///   - acceptedMediaTypes: media types in lower case, the preferred first. An answer that names none is accepted.
  ///   - proxy: the proxy to go through; by default none, whatever the environment says. With a proxy, names are judged
  ///     but not resolved here: which machine is reached is then the proxy's decision.
  ///   - certificates: a file with the certificates of the authorities to trust, in PEM, in place of the system's.
  ///   - resolver: looks up the names of hosts.
  public init(
    version: String, contact: String, policy: AddressPolicy = AddressPolicy(), limits: Limits = Limits(),
    acceptedMediaTypes: [String] = pageMediaTypes, proxy: WebAddress? = nil,
    certificates: String? = nil, resolver: any HostResolving = SystemResolver()
  ) {
    userAgent = "\(Self.productToken)/\(version) (+\(contact))"
    self.policy = policy
    self.limits = limits
    self.acceptedMediaTypes = acceptedMediaTypes
    self.proxy = proxy
    self.certificates = certificates
    self.resolver = resolver
  }

  /// The same for other media types, in lower case, the preferred first.
  public func accepting(_ types: [String]) -> WebFetcher {
    var fetcher = self
    fetcher.acceptedMediaTypes = types
    return fetcher
  }
}

extension WebFetcher {
  /// What a fetch may cost.
  public struct Limits: Sendable {
    /// The time to connect, with the handshake of TLS, for each redirect anew.
    public var connect: Duration = .seconds(10)
    /// The time from the request to the first byte of the answer, with that to connect, for each redirect anew.
    public var firstByte: Duration = .seconds(20)
    /// The time for all of it: looking up, redirects, and the page.
    public var total: Duration = .seconds(30)
    /// The largest body as it is sent.
    public var wireBytes = 20_000_000
    /// The largest body after decompression.
    public var bodyBytes = 40_000_000
    /// The largest head of an answer, all its header lines together.
    public var headerBytes = 65_536
    /// The largest number of redirects.
    public var redirects = 10

    public init() {}
  }

  /// Fetches a page and waits for it. When the task it runs in is cancelled, it stops within a twentieth of a second,
  /// or when the look-up of the name ends that is under way.
  ///
  /// - Parameter text: the address as somebody wrote it; `http` and `https` only.
  /// - Returns: the decompressed bytes. The source has the address that was asked for, the one that answered, both in
  ///   normal form, and the time.
  /// - Throws: what went wrong, at which address, and what to do about it.
  public func fetch(_ text: String) throws(WebFetchError) -> RawContent {
    let (response, hop, trail) = try follow(text, validators: Validators())
    return try content(of: response, from: hop, asked: trail.asked)
  }

  /// Fetches a page if it is another version than the one that the validators stand for, as ``fetch(_:)`` does. They are
  /// sent to the server that is asked first, and on to where it redirects only while that is the same origin.
  ///
  /// - Parameters:
  ///   - text: the address as somebody wrote it; `http` and `https` only.
  ///   - validators: those of the last answer for this address; empty ones make no condition.
  /// - Returns: the page, or that it is not modified (RFC 9110, section 15.4.5). A page brings its own validators, if any;
  ///   one that is not modified keeps those that the answer does not renew.
  /// - Throws: what ``fetch(_:)`` throws.
  public func fetch(_ text: String, validators: Validators) throws(WebFetchError) -> Answer {
    let (response, hop, trail) = try follow(text, validators: validators)
    let head = response.head
    let isNotModified = head.status == 304 && !hop.validators.isEmpty
    return Answer(
      body: isNotModified ? .notModified : .content(try content(of: response, from: hop, asked: trail.asked)),
      validators: isNotModified ? validators.updated(by: head.validators) : head.validators,
      movedTo: trail.movedTo, freshness: head.freshness(at: .now), mayBeKept: head.mayBeKept)
  }

  /// Asks and follows redirects until there is an answer that is none.
  private func follow(
    _ text: String, validators: Validators
  ) throws(WebFetchError) -> (response: Response, hop: Hop, trail: Trail) {
    var hop = try firstHop(to: text, validators: validators)
    var trail = Trail(from: hop.address)
    let connections = try CurlConnections(for: hop)
    let deadline = ContinuousClock.now + limits.total
    for _ in 0...limits.redirects {
      let response = try answer(to: hop, over: connections, until: deadline)
      guard let location = response.head.redirectTarget else { return (response, hop, trail) }
      hop = try nextHop(to: location, from: hop)
      trail.lead(to: hop.address, permanently: response.head.isPermanentRedirect)
    }
    throw hop.failure(.tooManyRedirects(limit: limits.redirects))
  }

  func firstHop(to text: String, validators: Validators) throws(WebFetchError) -> Hop {
    switch policy.decision(on: text) {
    case .allowed(let address): return Hop(requested: text, address: address, validators: validators)
    case .refused(let refusal): throw WebFetchError(.refused(refusal), requested: text, address: text)
    }
  }

  func nextHop(to location: String, from hop: Hop) throws(WebFetchError) -> Hop {
    guard let address = WebAddress(location, relativeTo: hop.address) else {
      throw hop.failure(.badAnswer("it redirects to “\(location)”, which is not an address"))
    }
    let validators = address.origin == hop.address.origin ? hop.validators : Validators()
    let next = Hop(requested: hop.requested, address: address, validators: validators)
    if let refusal = policy.refusal(of: address) { throw next.failure(.refused(refusal)) }
    if hop.address.scheme == "https", address.scheme == "http" { throw next.failure(.redirectToPlainHTTP) }
    return next
  }

  private func answer(
    to hop: Hop, over connections: CurlConnections, until deadline: ContinuousClock.Instant
  ) throws(WebFetchError) -> Response {
    let route = try route(for: hop, until: deadline)
    let exchange = try CurlExchange(hop: hop, route: route, settings: self)
    try connections.run(exchange, until: deadline)
    return exchange.response
  }

  private func content(
    of response: Response, from hop: Hop, asked: WebAddress
  ) throws(WebFetchError) -> RawContent {
    let head = response.head
    guard head.isSuccess else { throw hop.failure(.status(head.status, retryAfter: head.retryAfter)) }
    if let type = head.contentType, !accepts(head) {
      throw hop.failure(.unsupportedMediaType(type.mediaType))
    }
    return RawContent(
      bytes: response.body, mediaType: head.contentType?.mediaType, charset: head.contentType?.charset,
      source: Document.Source(
        kind: .url, url: asked.description, finalURL: hop.address.description,
        fetched: Date.now.formatted(.iso8601)))
  }

  /// Whether the answer is of a media type that was asked for, or of none.
  func accepts(_ head: ResponseHead) -> Bool {
    guard let type = head.contentType else { return true }
    return acceptedMediaTypes.contains(type.mediaType) || acceptedMediaTypes.contains(Self.anyMediaType)
  }

  /// The header line with the media types that are asked for; others are last, since some servers answer 406 without.
  var acceptField: String {
    let types = acceptedMediaTypes.filter { $0 != Self.anyMediaType } + ["\(Self.anyMediaType);q=0.1"]
    return "Accept: \(types.joined(separator: ", "))"
  }
}
