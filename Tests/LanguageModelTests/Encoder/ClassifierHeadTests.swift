import LanguageModel
import Testing

@Suite struct ClassifierHeadTests {
  @Test func `each class of each head scores its weights' product with the vector and its bias`() throws {
    var file = SafetensorsFile()
    file.add("stance.weight", [3, 2], [1, 0, 0, 1, 2, -1] as [Float])
    file.add("stance.bias", [3], [0.5, 0, -1] as [Float])
    file.add("claim.weight", [1, 2], [1, 1] as [Float])
    file.add("claim.bias", [1], [0] as [Float])
    let words = try Safetensors(bytes: SafetensorsFile().bytes, path: "words")
    let weights = [words, try Safetensors(bytes: file.bytes, path: "w")]
    let head = try ClassifierHead("stance", classes: 3, hiddenSize: 2, weights: weights)
    #expect(head.logits(of: [3, 4]) == [3.5, 4, 1])
    #expect(try ClassifierHead("claim", classes: 1, hiddenSize: 2, weights: weights).logits(of: [3, 4]) == [7])
    #expect(
      throws: LanguageModelError.tensorMismatch(
        path: "w", tensor: "stance.weight", expected: "F32 [2, 2]", found: "F32 [3, 2]")
    ) {
      try ClassifierHead("stance", classes: 2, hiddenSize: 2, weights: weights)
    }
  }
}
