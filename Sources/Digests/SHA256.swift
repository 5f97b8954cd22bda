import CLibCrypto

/// SHA-256 (FIPS 180-4), computed by OpenSSL's libcrypto, which libcurl has already linked.
package enum SHA256 {
  /// The digest of the bytes, in 64 lower-case hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var hasher = Hasher()
    hasher.update(bytes)
    return hasher.finish()
  }

  /// The digest of a text's UTF-8.
  package static func hexDigest(of text: String) -> String { hexDigest(of: Array(text.utf8)) }

  /// A digest in the making, for content that comes in pieces.
  package struct Hasher: ~Copyable {
    private let context: OpaquePointer?

    package init() {
      context = EVP_MD_CTX_new()
      EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    package mutating func update(_ bytes: [UInt8]) {
      EVP_DigestUpdate(context, bytes, bytes.count)
    }

    /// The digest of everything that was passed to ``update(_:)``, in lower-case hexadecimal.
    package consuming func finish() -> String {
      var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
      var count: UInt32 = 0
      EVP_DigestFinal_ex(context, &digest, &count)
      return digest.prefix(Int(count)).map(hexadecimal).joined()
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
