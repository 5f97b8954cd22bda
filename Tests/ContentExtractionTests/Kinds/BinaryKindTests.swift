import Testing

@testable import ContentExtraction

@Suite struct BinaryKindTests {
  @Test(arguments: [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], BinaryKind.png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
    (Array("GIF89a".utf8), .gif), (Array(" %PDF-1.4".utf8), .pdf), ([0x50, 0x4B, 3, 4, 20], .zip),
    ([0x1F, 0x8B, 8], .gzip),
    ([0x7F, 0x45, 0x4C, 0x46], .elf), (Array("SQLite format 3\0".utf8), .sqlite),
    ([0, 0, 0, 24] + Array("ftypmp42".utf8), .mp4),
    (Array("RIFF1234WEBPVP8 ".utf8), .webp), (Array("RIFF1234WAVEfmt ".utf8), .riff),
    ([0, 1, 2, 3, 0, 0, 0, 5], .unknown),
  ])
  func `files are known by their first bytes`(_ bytes: [UInt8], _ kind: BinaryKind) {
    #expect(BinaryKind(of: bytes) == kind)
  }

  @Test(arguments: [
    "", "Plain text.", "PK is a vitamin", "a\u{1B}[1mb", "Formfeed\u{0C}and tab\t", "The %PDF- marker begins a PDF",
  ])
  func `text is not binary`(_ text: String) {
    #expect(BinaryKind(of: Array(text.utf8)) == nil)
  }

  @Test func `UTF-16 is not binary`() {
    #expect(BinaryKind(of: Array("plain text".utf8).flatMap { [$0, 0] }) == nil)
    #expect(BinaryKind(of: [0xFF, 0xFE] + Array("ab".utf8).flatMap { [$0, 0] }) == nil)
  }
}
