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
  func `a linear layer is the sum over the depth and the bias`(rows: Int, columns: Int, depth: Int) {
    let (x, weight) = (Self.numbers(rows * depth, seed: 1), Self.numbers(columns * depth, seed: 2))
    let bias = Self.numbers(columns, seed: 3)
    let stride = columns + 3
    var expected = [Float](repeating: 9, count: rows * stride)
    for row in 0..<rows {
      for column in 0..<columns {
        let products = (0..<depth).map { x[row * depth + $0] * weight[column * depth + $0] }
        expected[row * stride + column] = products.reduce(bias[column], +)
      }
    }
    var y = [Float](repeating: 9, count: expected.count)
    cmatrix_affine(Int64(rows), Int64(columns), Int64(depth), x, weight, bias, &y, Int64(stride))
    #expect(y.isClose(to: expected, within: 1e-5))
  }

  /// Any number of rows up to two tiles of the tallest kernel, and enough for two blocks in the cache.
  @Test(arguments: (1...16).map { ($0, 32, 20) } + [(1, 16, 4), (45, 16, 400), (9, 16, 6000)])
  func `every kernel gives the exact product, even where every number is the largest`(
    rows: Int, columns: Int, depth: Int
  ) {
    var random = LinearCongruentialGenerator(seed: 5)
    let largest = (
      [UInt8](repeating: 127, count: rows * depth),
      (0..<(columns * depth)).map { $0 / depth % 2 == 0 ? Int8(-128) : Int8(127) }
    )
    let mixed = (
      largest.0.map { _ in UInt8.random(in: 0...127, using: &random) },
      largest.1.map { _ in Int8.random(in: -128...127, using: &random) }
    )
    let (scales, bias) = (Self.numbers(rows, seed: 6), Self.numbers(columns, seed: 7))
    for (x, weight) in [largest, mixed] {
      let layer = Int8Layer(weight: weight, columns: columns, scales: Self.numbers(columns, seed: 8), bias: bias)
      let expected = layer.result(of: x, scales: scales)
      #expect(layer.results(of: x, scales: scales).allSatisfy { $0 == expected })
    }
  }

  @Test(arguments: [(1, 1), (2, 16), (5, 4), (16, 32), (17, 20), (35, 32)])
  func `attention is the values' mean by the likeness of query and key`(count: Int, width: Int) {
    let stride = 3 * width + 1
    let projections = Self.numbers(count * stride, seed: 4).map { $0 * 3 }
    var scratch = [Float](repeating: .nan, count: Int(cmatrix_attention_scratch(Int64(count), Int64(width))))
    var context = [Float](repeating: 9, count: count * (width + 2))
    projections.withUnsafeBufferPointer { query in
      guard let query = query.baseAddress else { return }
      cmatrix_attention(
        Int64(count), Int64(width), query, query + width, query + 2 * width, Int64(stride), &scratch, &context,
        Int64(width + 2))
    }
    func part(_ index: Int, of row: Int) -> [Float] {
      Array(projections[(row * stride + index * width)..<(row * stride + (index + 1) * width)])
    }
    for row in 0..<count {
      let weights = (0..<count).map { other in
        exp(zip(part(0, of: row), part(1, of: other)).reduce(0) { $0 + $1.0 * $1.1 } / Float(width).squareRoot())
      }
      let expected = (0..<width).map { i in
        (0..<count).reduce(0) { $0 + weights[$1] * part(2, of: $1)[i] } / weights.reduce(0, +)
      }
      #expect(Array(context[(row * (width + 2))..<(row * (width + 2) + width)]).isClose(to: expected, within: 1e-5))
      #expect(context[row * (width + 2) + width] == 9)
    }
  }

  @Test func `attention keeps its head with large scores`() {
    // Two tokens of width 1: the second key is the much better one, or the much worse.
    for (query, expected) in [(Float(1000), Float(7)), (-1000, 5)] {
      let projections: [Float] = [query, -1000, 5, query, 1000, 7]
      var scratch = [Float](repeating: .nan, count: Int(cmatrix_attention_scratch(2, 1)))
      var context: [Float] = [0, 0]
      projections.withUnsafeBufferPointer { start in
        guard let start = start.baseAddress else { return }
        cmatrix_attention(2, 1, start, start + 1, start + 2, 3, &scratch, &context, 1)
      }
      #expect(context == [expected, expected])
    }
  }

  @Test func `GELU is that of the error function`() {
    for count in [241, 16, 1] {
      var values = (0..<count).map { Float($0) / 10 - 12 }
      let exact = values.map { x in Float(Double(x) * 0.5 * (1 + erf(Double(x) / 2.0.squareRoot()))) }
      cmatrix_gelu(Int64(values.count), &values)
      #expect(values.isClose(to: exact, within: 2e-6))
    }
  }

  @Test func `layer normalisation may write over its input`() {
    // The rows normalise to (-1, 1) and (1, -1).
    let values = UnsafeMutablePointer<Float>.allocate(capacity: 4)
    defer { values.deallocate() }
    values.initialize(from: [1, 5, 7, 5], count: 4)
    cmatrix_layer_norm(2, 2, values, [2, 3], [10, 20], 0, values)
    #expect(Array(UnsafeBufferPointer(start: values, count: 4)).isClose(to: [8, 23, 12, 17], within: 1e-5))
  }

  @Test func `rounding to seven bits keeps the largest number and zero`() {
    var (quantized, scales) = ([UInt8](repeating: 0, count: 6), [Float](repeating: 0, count: 2))
    cmatrix_quantize(2, 3, [-2, 0, 1.01, 0, 0, 0], &quantized, &scales)
    #expect(quantized == [1, 64, 96, 64, 64, 64])
    #expect(scales == [2 / 63, 0])
  }

  @Test func `rounding finds the largest number of a long row anywhere`() {
    for index in 0..<35 {
      var values = [Float](repeating: 0.5, count: 35)
      values[index] = -4
      var (quantized, scale) = ([UInt8](repeating: 0, count: 35), Float(0))
      cmatrix_quantize(1, 35, values, &quantized, &scale)
      #expect(quantized == values.map { $0 == -4 ? 1 : 72 })
      #expect(scale == Float(4) / 63)
    }
  }
}

/// A linear layer in int8, computed by a plain loop and by the kernels.
private struct Int8Layer {
  let weight: [Int8]
  let columns: Int
  let scales: [Float]
  let bias: [Float]

  private var depth: Int { weight.count / columns }

  func result(of x: [UInt8], scales rowScales: [Float]) -> [Float] {
    rowScales.indices.flatMap { row in
      (0..<columns).map { column in
        let sum = (0..<depth).reduce(Int32(0)) { sum, k in
          sum + (Int32(x[row * depth + k]) - 64) * Int32(weight[column * depth + k])
        }
        return Float(sum) * (rowScales[row] * scales[column]) + bias[column]
      }
    }
  }

  /// By each kernel that this processor runs.
  func results(of x: [UInt8], scales rowScales: [Float]) -> [[Float]] {
    let blocks = QuantizedMatrix(weight, width: depth).blocks().values
    var offsets = [Int32](repeating: 0, count: columns)
    cmatrix_int8_offsets(Int64(columns), Int64(depth), blocks, &offsets)
    return sequence(first: cmatrix_kernels()) { $0?.advanced(by: 1) }.prefix { $0?.pointee.name != nil }.map { kernel in
      var y = [Float](repeating: 9, count: rowScales.count * columns)
      x.withUnsafeBufferPointer { x in
        rowScales.withUnsafeBufferPointer { rowScales in
          var rows = cmatrix_int8_rows(
            count: Int64(rowScales.count), values: x.baseAddress, scales: rowScales.baseAddress)
          apply(kernel, to: &rows, blocks, offsets, into: &y)
        }
      }
      return y
    }
  }

  private func apply(
    _ kernel: UnsafePointer<cmatrix_kernel>?, to rows: inout cmatrix_int8_rows, _ blocks: [Int8], _ offsets: [Int32],
    into y: inout [Float]
  ) {
    blocks.withUnsafeBufferPointer { blocks in
      scales.withUnsafeBufferPointer { scales in
        offsets.withUnsafeBufferPointer { offsets in
          bias.withUnsafeBufferPointer { bias in
            var layer = cmatrix_int8_layer(
              columns: Int64(columns), depth: Int64(depth), values: blocks.baseAddress, scales: scales.baseAddress,
              offsets: offsets.baseAddress, bias: bias.baseAddress)
            kernel?.pointee.apply(&rows, &layer, &y, Int64(columns))
          }
        }
      }
    }
  }
}
