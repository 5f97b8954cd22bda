import WebFetching

/// Reads the bytes up to the first zero as an address and the rest as a `robots.txt`. A fragment must change nothing, and no
/// delay may be longer than a minute.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let address = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  let file = RobotsFile(Array(bytes.drop { $0 != 0 }.dropFirst()))
  for agent in ["Vetted", "*"] {
    let isAllowed = file.isAllowed(address, agent: agent)
    precondition(file.isAllowed(address + "#fragment", agent: agent) == isAllowed, "a fragment counts: \(address)")
    if let delay = file.crawlDelay(agent: agent) { precondition(delay >= .zero && delay <= .seconds(60), "\(delay)") }
  }
  return 0
}
