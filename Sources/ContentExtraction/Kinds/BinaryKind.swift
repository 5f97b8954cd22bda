/// Files that hold no text to read as it is, recognised by their first bytes.
enum BinaryKind: String, Hashable, Sendable, CaseIterable {
  case png = "a PNG image"
  case jpeg = "a JPEG image"
  case gif = "a GIF image"
  case webp = "a WebP image"
  case tiff = "a TIFF image"
  case pdf = "a PDF document"
  case zip = "a ZIP archive or an Office, OpenDocument or EPUB file"
  case legacyOffice = "an old Microsoft Office document"
  case gzip = "gzip-compressed data"
  case bzip2 = "bzip2-compressed data"
  case xz = "xz-compressed data"
  case zstandard = "Zstandard-compressed data"
  case sevenZip = "a 7-Zip archive"
  case elf = "an ELF executable"
  case windowsExecutable = "a Windows executable"
  case mp3 = "MP3 audio"
  case mp4 = "MP4 video or audio"
  case ogg = "Ogg audio or video"
  case riff = "WAV audio or AVI video"
  case matroska = "Matroska or WebM video"
  case sqlite = "an SQLite database"
  case font = "a web font"
  case unknown = "binary data of an unknown kind"

  /// What a person can do about it.
  var advice: String {
    switch self {
    case .zip, .legacyOffice: "Save it as plain text or HTML, or unpack it and check the file inside."
    case .gzip, .bzip2, .xz, .zstandard, .sevenZip: "Unpack it and check the file inside."
    case .png, .jpeg, .gif, .webp, .tiff: "Type out the text of the image, or run it through text recognition first."
    case .mp3, .mp4, .ogg, .riff, .matroska: "Check a transcript of it instead."
    default: "Give a web page, a Markdown file or plain text."
    }
  }

  /// Recognises a file by its signature, or as binary by bytes that text does not have.
  ///
  /// - Returns: `nil` for what may be text.
  init?(of bytes: [UInt8]) {
    if let kind = Self.bySignature(bytes) {
      self = kind
    } else if Self.looksBinary(bytes) {
      self = .unknown
    } else {
      return nil
    }
  }

  private static func bySignature(_ bytes: [UInt8]) -> BinaryKind? {
    if bytes.starts(with: "RIFF".utf8), bytes.count >= 12 {
      return bytes[8..<12].elementsEqual("WEBP".utf8) ? .webp : .riff
    }
    if bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return .mp4 }
    // A PDF may have a little noise before its header (ISO 32000-1, Annex H, note 13).
    if let header = bytes.prefix(1024).range(of: "%PDF-"), bytes[..<header.lowerBound].allSatisfy(\.isASCIISpace) {
      return .pdf
    }
    return signatures.first { bytes.starts(with: $0.0) }?.1
  }

  private static let signatures: [([UInt8], BinaryKind)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ([0xFF, 0xD8, 0xFF], .jpeg),
    (Array("GIF87a".utf8), .gif),
    (Array("GIF89a".utf8), .gif),
    ([0x49, 0x49, 0x2A, 0x00], .tiff),
    ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .legacyOffice),
    ([0x1F, 0x8B], .gzip),
    (Array("BZh".utf8) + [0x39, 0x31, 0x41, 0x59], .bzip2),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstandard),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    ([0x7F, 0x45, 0x4C, 0x46], .elf),
    ([0x4D, 0x5A, 0x90, 0x00], .windowsExecutable),
    (Array("ID3".utf8) + [0x03], .mp3),
    (Array("ID3".utf8) + [0x04], .mp3),
    ([0xFF, 0xFB], .mp3),
    ([0xFF, 0xF3], .mp3),
    (Array("OggS".utf8), .ogg),
    ([0x1A, 0x45, 0xDF, 0xA3], .matroska),
    (Array("SQLite format 3".utf8) + [0x00], .sqlite),
    (Array("wOF2".utf8), .font),
    (Array("wOFF".utf8), .font),
  ]

  /// Whether more than a tenth of the first bytes are control characters that no text has.
  ///
  /// NULs in nearly every other byte are UTF-16, which is text.
  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(4096)
    if sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF]) { return false }
    var nulsAt = [0, 0]
    var controls = 0
    for (offset, byte) in sample.enumerated() {
      if byte == 0 {
        nulsAt[offset % 2] += 1
      } else if byte < 0x20, !byte.isASCIISpace, byte != 0x1B {
        controls += 1
      }
    }
    let nuls = nulsAt[0] + nulsAt[1]
    let isWide = max(nulsAt[0], nulsAt[1]) * 10 >= sample.count * 3 && min(nulsAt[0], nulsAt[1]) * 20 <= sample.count
    return (isWide ? controls : nuls + controls) * 10 > sample.count
  }
}
