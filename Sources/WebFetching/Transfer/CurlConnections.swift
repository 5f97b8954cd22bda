import CCurl

/// The connections of one fetch: a redirect within a host need not connect again.
///
/// Drives libcurl's multi interface, because its loop comes back often enough to look at the clock, at sizes and for
/// cancellation.
final class CurlConnections {
  /// How long to wait for the network before looking again, in milliseconds.
  private static let pulse: Int32 = 50
  /// Sets libcurl up once for the process.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_SSL)) == CURLE_OK

  private let multi: OpaquePointer

  init(for hop: Hop) throws(WebFetchError) {
    guard Self.isReady, let multi = curl_multi_init() else {
      throw hop.failure(.connectionFailed("libcurl does not start"))
    }
    self.multi = multi
  }

  deinit { curl_multi_cleanup(multi) }

  /// Sends the request and receives as much of the answer as is wanted.
  func run(_ exchange: CurlExchange, until deadline: ContinuousClock.Instant) throws(WebFetchError) {
    curl_multi_add_handle(multi, exchange.handle)
    defer { curl_multi_remove_handle(multi, exchange.handle) }
    var running: Int32 = 0
    repeat {
      curl_multi_perform(multi, &running)
      try exchange.checkLimits(until: deadline)
      if exchange.hasEnough { return }
      if running > 0 { curl_multi_poll(multi, nil, 0, Self.pulse, nil) }
    } while running > 0
    try exchange.checkResult(result())
  }

  /// How the transfer ended.
  private func result() -> CURLcode {
    var remaining: Int32 = 0
    while let message = curl_multi_info_read(multi, &remaining) {
      if message.pointee.msg == CURLMSG_DONE { return message.pointee.data.result }
    }
    return CURLE_FAILED_INIT
  }
}
