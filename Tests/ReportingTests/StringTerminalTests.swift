import Testing

@testable import Reporting

@Suite struct StringTerminalTests {
  @Test(arguments: [
    ("", 0), ("tea", 3), ("お茶", 4), ("한국", 4), ("Ａ", 2), ("｡", 1), ("💉", 2), ("👍🏽", 2), ("🇩🇪", 2), ("1️⃣", 2), ("❤", 1),
    ("❤️", 2), ("e\u{301}", 1), ("\u{301}", 0), ("\u{200B}", 0), ("\u{AD}", 0), ("שלום", 4),
  ]) func `columns are those of a terminal`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test(arguments: [
    ("tea\tand\r\ntoast", "tea and toast"), ("\u{1B}[31m", "␛[31m"), ("\u{202E}tea\u{2066}", "tea"),
    ("\u{9B}", "\u{FFFD}"),
    ("👨‍👩‍👧", "👨‍👩‍👧"), ("é", "é"), ("\u{FEFF}tea", "tea"), ("a\u{0}b", "a␀b"),
  ]) func `nothing printable changes the terminal`(text: String, printable: String) {
    #expect(text.printable == printable)
  }

  @Test func `lines are cut at spaces`() {
    #expect("nettle tea cures nothing".wrapped(width: 12, indent: "  ") == ["  nettle tea", "  cures", "  nothing"])
    #expect("お茶 お茶".wrapped(width: 8) == ["お茶", "お茶"])
    #expect("incomprehensibilities".wrapped(width: 8) == ["incomprehensibilities"])
    #expect("".wrapped(width: 8, indent: "  ") == ["  "])
  }

  @Test func `a bullet stands before the first line`() {
    #expect("nettle tea cures".wrapped(width: 12, bullet: "• ") == ["• nettle tea", "  cures"])
  }
}
