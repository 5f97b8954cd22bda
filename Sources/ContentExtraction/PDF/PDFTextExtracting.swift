/// Gets the text out of PDF documents.
///
/// The format is large and its readers have a long history of faults, so whoever implements this should do it in a process of
/// its own, with limits on time and memory.
public protocol PDFTextExtracting: Sendable {
  /// - Parameter document: the bytes of the file.
  /// - Returns: the text in UTF-8 in the order of reading, a form feed behind each page, a blank line between paragraphs.
  /// - Throws: ``PDFTextError``
  func text(of document: [UInt8]) throws(PDFTextError) -> [UInt8]
}

/// Why there is no text of a PDF document.
public enum PDFTextError: Error, Hashable, Sendable {
  /// The program that reads such documents is not installed.
  case readerMissing
  /// It is damaged or locked by a password.
  case unreadable
  /// Reading it took too long or too much memory.
  case tooDemanding
}
