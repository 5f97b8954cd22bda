import LanguageModel
import Testing

@Suite struct ClassifierHeadTests {
  @Test func `a class scores its weights' product with the vector and its bias`() throws {
    var file = SafetensorsFile()
    file.add("stance.weight", [3, 2], [1, 0, 0, 1, 2, -1] as [Float])
    file.add("stance.bias", [3], [0.5, 0, -1] as [Float])
    let weights = try Safetensors(bytes: file.bytes, path: "w")
    let head = try ClassifierHead("stance", classes: 3, hiddenSize: 2, from: weights)
    #expect(head.logits(of: [3, 4]) == [3.5, 4, 1])
    #expect(throws: LanguageModelError.self) {
      try ClassifierHead("stance", classes: 2, hiddenSize: 2, from: weights)
    }
  }
}
