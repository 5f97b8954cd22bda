import CCurl

// What libcurl is told about a request.

extension CurlExchange {
  /// - Throws: when libcurl refuses an option, since each of them is there for safety or for the request to make sense.
  func configure() throws(WebFetchError) {
    let code = setRequest() ?? setConnection() ?? setCallbacks()
    if let code { throw hop.failure(.connectionFailed(String(cString: curl_easy_strerror(code)))) }
  }

  /// The first failure among the results of setting options.
  private func firstFailure(_ codes: CURLcode...) -> CURLcode? { codes.first { $0 != CURLE_OK } }

  private func setRequest() -> CURLcode? {
    return firstFailure(
      ccurl_set_text(handle, CURLOPT_URL, hop.address.withoutFragment),
      // The path is in its normal form already.
      ccurl_set_number(handle, CURLOPT_PATH_AS_IS, 1),
      ccurl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
      ccurl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0),
      ccurl_set_text(handle, CURLOPT_USERAGENT, settings.userAgent),
      ccurl_set_list(handle, CURLOPT_HTTPHEADER, list([settings.acceptField] + hop.validators.requestFields)),
      // The empty text stands for every coding that libcurl can decode.
      ccurl_set_text(handle, CURLOPT_ACCEPT_ENCODING, ""),
      ccurl_set_number(handle, CURLOPT_MAXFILESIZE, settings.limits.wireBytes))
  }

  private func setConnection() -> CURLcode? {
    let connect = max(1, Int(settings.limits.connect / .milliseconds(1)))
    if let file = settings.certificates, let code = firstFailure(ccurl_set_text(handle, CURLOPT_CAINFO, file)) {
      return code
    }
    return firstFailure(
      ccurl_set_list(handle, CURLOPT_RESOLVE, pin.flatMap { list([$0]) }),
      // Set even when there is none: otherwise libcurl takes one from the environment.
      ccurl_set_text(handle, CURLOPT_PROXY, route.isProxy ? route.endpoint.withoutFragment : ""),
      ccurl_set_text(handle, CURLOPT_NOPROXY, ""),
      ccurl_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1),
      ccurl_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2),
      ccurl_set_number(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2),
      ccurl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, connect),
      // Signals would reach the whole process.
      ccurl_set_number(handle, CURLOPT_NOSIGNAL, 1),
      ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText))
  }

  /// The addresses of the host in the form of `CURLOPT_RESOLVE`, so that libcurl looks nothing up; `nil` when the
  /// host is an address itself.
  private var pin: String? {
    guard let host = route.endpoint.host, host.ip == nil, let port = route.endpoint.effectivePort else { return nil }
    let addresses = route.addresses.map { WebHost($0).description }.joined(separator: ",")
    return "\(host):\(port):\(addresses)"
  }

  private func list(_ lines: [String]) -> UnsafeMutablePointer<curl_slist>? {
    let list: UnsafeMutablePointer<curl_slist>? = lines.reduce(nil) { curl_slist_append($0, $1) ?? $0 }
    if let list { lists.append(list) }
    return list
  }

  private func setCallbacks() -> CURLcode? {
    // The exchange outlives the transfer, which it owns.
    let context = Unmanaged.passUnretained(self).toOpaque()
    return firstFailure(
      ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context),
      ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context),
      ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context),
      ccurl_set_data_callback(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
        CurlExchange.at(context)?.receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
      },
      ccurl_set_data_callback(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
        CurlExchange.at(context)?.receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
      },
      ccurl_set_socket_callback(handle, CURLOPT_OPENSOCKETFUNCTION) { context, _, address in
        guard let exchange = CurlExchange.at(context), let address else { return CURL_SOCKET_BAD }
        return exchange.openSocket(address)
      })
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
    context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
  }
}
