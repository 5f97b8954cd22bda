/// How paths and patterns are spelled before they are compared.
enum RobotsSpelling {
  /// As it is written, but ASCII: other bytes are percent-encoded, and escapes have upper-case digits.
  case asWritten
  /// The spelling of RFC 9309, section 2.2.2: letters, digits and `-._~` are never escaped; what a URI cannot hold always
  /// is, and so are `*` and `$`, which a pattern can mean only by their escapes (section 2.2.3).
  case normal

  private static let unreserved = ASCIISet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
  /// What stands for itself in a URI (RFC 3986, section 2.2), and the sign of an escape.
  private static let kept = unreserved.union("%:/?#[]@!&'()+,;=")

  func spell(_ text: some Sequence<UInt8>) -> String {
    let bytes = Array(text)
    var spelled = ""
    var index = 0
    while index < bytes.count {
      if let byte = bytes.percentEncodedByte(at: index) {
        append(byte, to: &spelled, escaping: self == .asWritten || !Self.unreserved.contains(Unicode.Scalar(byte)))
        index += 3
      } else {
        append(bytes[index], to: &spelled, escaping: mustEscape(Unicode.Scalar(bytes[index])))
        index += 1
      }
    }
    return spelled
  }

  private func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    self == .asWritten ? !scalar.isASCII : !Self.kept.contains(scalar)
  }

  private func append(_ byte: UInt8, to text: inout String, escaping: Bool) {
    if escaping { text.appendPercentEncoded(byte) } else { text.unicodeScalars.append(Unicode.Scalar(byte)) }
  }
}
