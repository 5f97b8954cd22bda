import FactCheckCore
import FeedReading

/// Reads the bytes as a feed, whole and in small chunks, and as a page that names feeds.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let content = RawContent(bytes: bytes, source: Document.Source(kind: .url, url: "https://example.org/feed"))
  _ = FeedReader().feed(from: content)
  _ = FeedDiscovery.links(in: content)
  var stream = FeedStream(address: "https://example.org/feed")
  for start in stride(from: 0, to: count, by: 7) { _ = stream.read(bytes[start..<min(count, start + 7)]) }
  _ = stream.finish()
  return 0
}
