/// What a server answered.
struct Response: Sendable {
  var head = ResponseHead()
  /// Decompressed; empty when it was not wanted.
  var body: [UInt8] = []
}
