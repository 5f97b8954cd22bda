import CMatrix
import Foundation
import LanguageModel
import Testing

/// The C functions that do the arithmetic, each against a plain loop.
@Suite struct MatrixTests {
  private static func numbers(_ count: Int, seed: UInt32) -> [Float] {
    var random = LinearCongruentialGenerator(seed: seed)
    return (0..<count).map { _ in random.nextFloat() }
  }

  @Test(arguments: [(1, 1, 1), (2, 3, 16), (3, 4, 17), (5, 7, 40), (33, 5, 8), (1, 3, 15), (64, 2, 33)])
  func `a product is the sum over the depth`(rows: Int, columns: Int, depth: Int) {
    let (a, b) = (Self.numbers(rows * (depth + 2), seed: 1), Self.numbers((depth + 1) * (columns + depth), seed: 2))
    for transposed in [true, false] {
      let stride = transposed ? depth + 1 : columns + 1
      var expected = [Float](repeating: 9, count: rows * (columns + 3))
      for row in 0..<rows {
        for column in 0..<columns {
          expected[row * (columns + 3) + column] = (0..<depth).reduce(0) { sum, k in
            sum + 0.5 * a[row * (depth + 2) + k] * b[transposed ? column * stride + k : k * stride + column]
          }
        }
      }
      for product in [cmatrix_product, cmatrix_plain_product] {
        var c = [Float](repeating: 9, count: expected.count)
        product(
          transposed, Int64(rows), Int64(columns), Int64(depth), 0.5, a, Int64(depth + 2), b, Int64(stride), &c,
          Int64(columns + 3))
        #expect(c.isClose(to: expected, within: 1e-5), "transposed: \(transposed)")
      }
    }
  }

  @Test(arguments: [(1, 1, 1), (3, 5, 64), (2, 33, 384), (40, 3, 50)])
  func `an integer product is exact, even where every number is the largest`(rows: Int, columns: Int, depth: Int) {
    var random = LinearCongruentialGenerator(seed: 5)
    let largest = (
      [UInt8](repeating: 127, count: rows * depth),
      (0..<(columns * depth)).map { $0 / depth % 2 == 0 ? Int8(-127) : Int8(127) }
    )
    let mixed = (
      largest.0.map { _ in UInt8.random(in: 0...127, using: &random) },
      largest.1.map { _ in Int8.random(in: -127...127, using: &random) }
    )
    let offsets = (0..<columns).map { Int32($0 * 1000) }
    for (a, b) in [largest, mixed] {
      let expected = (0..<(rows * columns)).map { index in
        (0..<depth).reduce(offsets[index % columns]) { sum, k in
          sum + Int32(a[index / columns * depth + k]) * Int32(b[index % columns * depth + k])
        }
      }
      for product in [cmatrix_product_int8, cmatrix_plain_product_int8] {
        var c = [Int32](repeating: 0, count: rows * columns)
        product(Int64(rows), Int64(columns), Int64(depth), a, b, offsets, &c)
        #expect(c == expected)
      }
    }
  }

  @Test func `GELU is that of the error function`() {
    var values = (-120...120).map { Float($0) / 10 }
    let bias = [Float](repeating: 0.25, count: values.count)
    let exact = values.map { x -> Float in
      let y = Double(x) + 0.25
      return Float(y * 0.5 * (1 + erf(y / 2.0.squareRoot())))
    }
    cmatrix_gelu(1, Int64(values.count), bias, &values)
    #expect(values.isClose(to: exact, within: 2e-6))
  }

  @Test func `softmax keeps its head with any numbers`() {
    var values: [Float] = [0, 1, 2, 1000, 1000, -1000, -.infinity, 0, -.greatestFiniteMagnitude]
    cmatrix_softmax(3, 3, &values)
    let sum = Float(1 + exp(1.0) + exp(2.0))
    #expect(
      values.isClose(to: [1 / sum, Float(exp(1.0)) / sum, Float(exp(2.0)) / sum, 0.5, 0.5, 0, 0, 1, 0], within: 1e-6))
  }

  @Test func `layer normalisation may write over the residual`() {
    var values: [Float] = [1, 2, 3, 4]
    let residual = UnsafeMutablePointer<Float>.allocate(capacity: 4)
    defer { residual.deallocate() }
    residual.initialize(from: [0, 2, 4, 0], count: 4)
    // The sums are (1, 5) and (7, 5), which normalise to (-1, 1) and (1, -1).
    cmatrix_layer_norm(2, 2, &values, [0, 1], residual, [2, 3], [10, 20], 0, residual)
    #expect(Array(UnsafeBufferPointer(start: residual, count: 4)).isClose(to: [8, 23, 12, 17], within: 1e-5))
  }

  @Test func `rounding to seven bits keeps the largest number and zero`() {
    var (quantized, scales) = ([UInt8](repeating: 0, count: 6), [Float](repeating: 0, count: 2))
    cmatrix_quantize(2, 3, [-2, 0, 1.01, 0, 0, 0], &quantized, &scales)
    #expect(quantized == [1, 64, 96, 64, 64, 64])
    #expect(scales == [2 / 63, 0])
  }
}
