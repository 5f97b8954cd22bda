import FactCheckCore
import Testing

@testable import ContentExtraction

@Suite struct TextDecoderTests {
  private func decode(_ bytes: [UInt8], charset: String? = nil) -> (text: String, codes: [String]) {
    let content = RawContent(bytes: bytes, charset: charset, source: Document.Source(kind: .text))
    let result = TextDecoder().decode(content)
    return (String(decoding: result.value, as: UTF8.self), result.diagnostics.map(\.code))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    var charset: String?
    let text: String
    var codes: [String] = []
  }

  static let cases: [Case] = [
    Case(testDescription: "UTF-8", bytes: Array("naïve".utf8), text: "naïve"),
    Case(testDescription: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF, 0x61], charset: "latin1", text: "a"),
    Case(testDescription: "UTF-16 with a mark", bytes: [0xFF, 0xFE, 0x61, 0, 0xE9, 0], text: "aé"),
    Case(testDescription: "big-endian UTF-16 with a mark", bytes: [0xFE, 0xFF, 0, 0x61], text: "a"),
    Case(
      testDescription: "UTF-16 without a mark", bytes: Array("tea time".utf8).flatMap { [$0, 0] }, text: "tea time",
      codes: ["encoding-guessed"]),
    Case(testDescription: "named by the bearer", bytes: [0x61, 0xE9], charset: "ISO-8859-1", text: "aé"),
    Case(testDescription: "windows-1252 under the name of latin1", bytes: [0x93, 0x61], charset: "latin1", text: "“a"),
    Case(
      testDescription: "named by the page", bytes: Array("<meta charset='koi8-r'>".utf8) + [0xC1],
      text: "<meta charset='koi8-r'>а"),
    Case(
      testDescription: "named in http-equiv",
      bytes: Array("<META http-equiv=Content-Type content=\"text/html; charset=windows-1251\">".utf8) + [0xE0],
      text: "<META http-equiv=Content-Type content=\"text/html; charset=windows-1251\">а"),
    Case(testDescription: "guessed", bytes: [0x61, 0xE9, 0x20, 0x62], text: "aé b", codes: ["encoding-guessed"]),
    Case(
      testDescription: "UTF-8 under another name", bytes: Array("naïve".utf8), charset: "iso-8859-1", text: "naïve",
      codes: ["encoding-mismatch"]),
    Case(
      testDescription: "another encoding under the name of UTF-8", bytes: [0x61, 0xE9, 0x20], charset: "utf-8",
      text: "aé ", codes: ["encoding-mismatch"]),
    Case(
      testDescription: "UTF-8 with a fault", bytes: Array("é é é ".utf8) + [0xC3, 0x61], charset: "utf-8",
      text: "é é é \u{FFFD}a", codes: ["encoding-mismatch"]),
    Case(
      testDescription: "malformed Shift_JIS", bytes: [0x82, 0xA0, 0xFF, 0x61], charset: "shift_jis", text: "あ\u{FFFD}a"),
    Case(
      testDescription: "a character cut off at the end", bytes: [0x82, 0xA0, 0x82], charset: "sjis", text: "あ\u{FFFD}"),
    Case(testDescription: "an unknown name", bytes: [0x61], charset: "x-none", text: "a"),
    Case(testDescription: "line ends and NULs", bytes: Array("a\r\nb\rc\0d\n".utf8), text: "a\nb\ncd\n"),
  ]

  @Test(arguments: cases)
  func `bytes are read in the right encoding`(_ example: Case) {
    let result = decode(example.bytes, charset: example.charset)
    #expect(result.text == example.text)
    #expect(result.codes == example.codes)
  }

  @Test func `text longer than a chunk is converted whole`() {
    let text = decode([UInt8](repeating: 0xE9, count: 50_000), charset: "windows-1252").text
    #expect(text == String(repeating: "é", count: 50_000))
  }

  @Test(arguments: ["Latin1": "windows-1252", " UTF8 ": "utf-8", "gb2312": "gbk", "ascii": "windows-1252"])
  func `labels stand for encodings`(_ label: String, _ name: String) {
    #expect(CharacterEncoding(label: label)?.name == name)
  }

  @Test(arguments: [
    "<!-- <meta charset=koi8-r> --><meta charset=big5>": "big5", "<?xml version='1.0' encoding='EUC-KR'?>": "euc-kr",
    "<meta charset = \"utf-8\" />": "utf-8",
  ])
  func `the page's own name of its encoding is found`(_ page: String, _ label: String) {
    #expect(CharsetPrescan.label(in: Array(page.utf8)[...]) == label)
  }
}
