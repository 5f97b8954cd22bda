/// Turns UTF-8 offsets into counts of Unicode scalars, the unit of everything that Vetted prints.
///
/// Python strings, JSON consumers and the W3C Web Annotation model (`TextPositionSelector`) count scalars. The table keeps
/// one count for every 512 bytes, so that a look-up walks at most that many.
public struct ScalarOffsets: Sendable {
  private static let stride = 512
  private let text: String
  /// The number of scalars that begin before byte `stride * index`.
  private let checkpoints: [Int]

  public init(_ text: String) {
    var checkpoints: [Int] = []
    checkpoints.reserveCapacity(text.utf8.count / Self.stride + 1)
    var scalars = 0
    for (offset, byte) in text.utf8.enumerated() {
      if offset % Self.stride == 0 { checkpoints.append(scalars) }
      if Self.beginsScalar(byte) { scalars += 1 }
    }
    if text.utf8.count % Self.stride == 0 { checkpoints.append(scalars) }
    self.text = text
    self.checkpoints = checkpoints
  }

  /// The number of scalars before a UTF-8 offset.
  ///
  /// - Precondition: `offset` lies in the text or at its end.
  public func scalarOffset(ofByte offset: Int) -> Int {
    let checkpoint = offset / Self.stride
    let utf8 = text.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: checkpoint * Self.stride)
    let to = utf8.index(utf8.startIndex, offsetBy: offset)
    return checkpoints[checkpoint] + utf8[from..<to].count(where: Self.beginsScalar)
  }

  /// Start and end of a span, in scalars.
  public func scalarRange(of span: TextSpan) -> Range<Int> {
    scalarOffset(ofByte: span.start)..<scalarOffset(ofByte: span.end)
  }

  private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0b1100_0000 != 0b1000_0000 }
}
