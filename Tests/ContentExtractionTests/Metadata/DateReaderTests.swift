import FactCheckCore
import Testing

@testable import ContentExtraction

@Suite struct DateReaderTests {
  @Test(arguments: [
    "2024-05-03", "2024-05-03T10:00:00+02:00", "2024/5/3", "20240503", "3 May 2024", "May 3, 2024",
    "Updated: May 3rd, 2024",
    "Fri, 03 May 2024 10:00:00 GMT", "03-May-2024",
  ])
  func `a date is found in the ways that pages write it`(_ text: String) {
    #expect(DateReader.date(in: text) == CalendarDate(year: 2024, month: 5, day: 3))
  }

  @Test(arguments: ["", "03/05/2024", "2024", "May 2024", "Mayor 3 2024", "31 February 2024", "99999999"])
  func `what is no date, or could be two, is left out`(_ text: String) {
    #expect(DateReader.date(in: text) == nil)
  }
}
