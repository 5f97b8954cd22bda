import CCurl
import Glibc

/// One request and its answer, over a handle of libcurl.
final class CurlExchange {
  let handle: OpaquePointer
  let hop: Hop
  let route: Route
  let settings: WebFetcher
  private(set) var response = Response()

  /// Where libcurl writes what went wrong, in words.
  let errorText: UnsafeMutablePointer<CChar>
  /// The lists that libcurl reads during the transfer.
  var lists: [UnsafeMutablePointer<curl_slist>] = []

  private let started = ContinuousClock.now
  private var headerBytes = 0
  /// What a callback stopped the transfer for.
  private var problem: WebFetchError.Problem?

  init(hop: Hop, route: Route, settings: WebFetcher) throws(WebFetchError) {
    guard let handle = curl_easy_init() else { throw hop.failure(.connectionFailed("libcurl does not start")) }
    self.handle = handle
    self.hop = hop
    self.route = route
    self.settings = settings
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try configure()
  }

  deinit {
    curl_easy_cleanup(handle)
    lists.forEach { curl_slist_free_all($0) }
    errorText.deallocate()
  }
}

// MARK: - What libcurl calls

extension CurlExchange {
  func receiveHeader(_ line: UnsafeRawBufferPointer) -> Int {
    headerBytes += line.count
    guard headerBytes <= settings.limits.headerBytes else {
      problem = .headerTooLarge(limit: settings.limits.headerBytes)
      return 0
    }
    // Behind the body stand trailers (RFC 9110, section 6.5), which say nothing new of it.
    if response.body.isEmpty { response.head.read(String(decoding: line, as: UTF8.self)) }
    if response.head.hasTwoLengths {
      problem = .badAnswer("it names two lengths")
      return 0
    }
    return line.count
  }

  func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard wantsBody else { return bytes.count }
    guard response.body.count + bytes.count <= settings.limits.bodyBytes else {
      problem = .tooLarge(limit: settings.limits.bodyBytes)
      return 0
    }
    response.body.append(contentsOf: bytes)
    return bytes.count
  }

  /// Opens a socket, but only to an address that was judged.
  func openSocket(_ address: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
    let peer = ccurl_socket_address(address).flatMap { IPAddress(socketAddress: $0) }
    guard let peer, route.addresses.contains(peer) else {
      let name = peer?.description ?? "an address that is not of the Internet"
      problem = .refused(
        AddressPolicy.Refusal(
          code: .privateAddress, reason: "the connection would have gone to \(name), which was not checked"))
      return CURL_SOCKET_BAD
    }
    let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(address.pointee.family, type, address.pointee.protocol)
  }
}

// MARK: - When to stop

extension CurlExchange {
  private var wantsBody: Bool { response.head.isSuccess && settings.accepts(response.head) }

  /// Whether the head already decides what becomes of the answer.
  var hasEnough: Bool { response.head.isComplete && !wantsBody }

  func checkLimits(until deadline: ContinuousClock.Instant) throws(WebFetchError) {
    let limits = settings.limits
    let now = ContinuousClock.now
    if let problem { throw hop.failure(problem) }
    if Task.isCancelled { throw hop.failure(.cancelled) }
    if wireBytes > limits.wireBytes { throw hop.failure(.tooLarge(limit: limits.wireBytes)) }
    if now > deadline { throw hop.failure(.timedOut(.total, limit: limits.total)) }
    if headerBytes == 0, now - started > limits.firstByte {
      throw hop.failure(.timedOut(.firstByte, limit: limits.firstByte))
    }
  }

  /// How much of the body came in, before decompression.
  private var wireBytes: Int {
    var bytes: curl_off_t = 0
    ccurl_get_offset(handle, CURLINFO_SIZE_DOWNLOAD_T, &bytes)
    return Int(bytes)
  }

  func checkResult(_ code: CURLcode) throws(WebFetchError) {
    guard code != CURLE_OK else { return }
    throw hop.failure(problem(of: code))
  }

  private func problem(of code: CURLcode) -> WebFetchError.Problem {
    let written = String(cString: errorText)
    let detail = written.isEmpty ? String(cString: curl_easy_strerror(code)) : written
    switch code {
    case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
      return .connectionFailed(detail)
    case CURLE_OPERATION_TIMEDOUT:
      return .timedOut(.connect, limit: settings.limits.connect)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      return .tls(detail)
    case CURLE_FILESIZE_EXCEEDED:
      return .tooLarge(limit: settings.limits.wireBytes)
    default:
      return .badAnswer(detail)
    }
  }
}
