import FactCheckCore
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-11-23", "2024-02-29", "0001-01-01"])
  func `a day reads and writes the same`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "2026-1-2", "2026-02-29", "2026-13-01", "26-01-01", "2026-01-01T00:00", "２０２６-01-01", "+226-01-01",
  ])
  func `other text is no day`(text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
