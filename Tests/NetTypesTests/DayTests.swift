import NetTypes
import Testing

@Suite struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1970-12-31", 364), ("1972-02-29", 789), ("1972-03-01", 790),
        ("2000-02-29", 11_016),
        ("2026-11-24", 20_781), ("2100-03-01", 47_541),
    ])
    func `a day has its number, and its text back`(text: String, number: Int) throws {
        let day = try #require(Day(text))
        #expect(day.number == number)
        #expect(day.description == text)
        #expect(Day(of: day.start) == day)
        #expect(Day(of: day.end.advanced(by: -1)) == day)
        #expect(Day(of: day.end).number == number + 1)
    }

    @Test func `every day of two centuries follows the one before`() throws {
        var last = -1
        for year in 1970...2170 {
            for month in 1...12 {
                for day in 1...31 {
                    let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
                    guard let found = Day(text) else { continue }
                    #expect(found.number == last + 1 && found.description == text, "\(text)")
                    last = found.number
                }
            }
        }
        #expect(last == 73_413)
    }

    @Test(arguments: [
        "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-02-29", "2100-02-29", "2026-04-31",
        "1969-12-31",
        "2262-01-01", "2026-11-24T00", "+026-11-24", "20a6-11-24", "２０２６-11-24",
    ])
    func `what is no day is none`(text: String) {
        #expect(Day(text) == nil)
    }
}
