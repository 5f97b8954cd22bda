import CMatrix
import Foundation

/// The vectors of all phrasings, by which texts are found that say the same in other words.
///
/// A vector of length one is kept as one signed byte a component, 127 for 1: a cosine is then off by 0.01 at most, and 20,000
/// phrasings take 8 MB and about a millisecond to compare with.
struct VectorIndex: Sendable {
  /// Components of a vector.
  let width: Int
  /// One vector behind the other, in the order of the phrasings' numbers; each byte is a signed component.
  private let components: Data

  /// - Returns: `nil` when the bytes are not a whole number of vectors.
  init?(width: Int, bytes: Data) {
    guard width > 0, bytes.count.isMultiple(of: width) else { return nil }
    self.width = width
    components = bytes
  }

  /// The number of vectors.
  var count: Int { components.count / width }

  /// The cosines of a vector to those of some phrasings; phrasings that there are not have none.
  func cosines(to vector: [Float], in numbers: Range<Int>) -> [Float] {
    guard vector.count == width else { return [] }
    let query = Self.rounded(vector)
    let rows = numbers.clamped(to: 0..<count)
    let products = [Int32](unsafeUninitializedCapacity: rows.count) { products, count in
      components.withUnsafeBytes { bytes in
        let first = bytes.assumingMemoryBound(to: Int8.self).baseAddress.map { $0 + rows.lowerBound * width }
        cmatrix_int8_products(Int64(rows.count), Int64(width), first, query, products.baseAddress)
      }
      count = rows.count
    }
    return products.map { Float($0) / Self.one / Self.one }
  }

  /// The vector of a phrasing, as it is kept.
  func bytes(of number: Int) -> Data {
    components.subdata(in: number * width..<(number + 1) * width)
  }

  /// A vector of length one as it is kept.
  static func bytes(of vector: [Float]) -> Data { Data(rounded(vector).map { UInt8(bitPattern: $0) }) }

  private static let one: Float = 127

  private static func rounded(_ vector: [Float]) -> [Int8] {
    vector.map { Int8(max(-one, min(one, ($0 * one).rounded()))) }
  }
}
