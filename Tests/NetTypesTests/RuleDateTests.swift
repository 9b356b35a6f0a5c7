import NetTypes
import Testing

@Suite("Days as rules write them")
struct RuleDateTests {
    @Test(
        "The usual forms are read",
        arguments: ["2026-11-24", "2026/11/24", "20261124", "2026-11-24T08:00:00Z", "2026-11-24 08:00"])
    func forms(text: String) {
        #expect(RuleDate(text)?.description == "2026-11-24")
    }

    @Test(
        "What is no day is none",
        arguments: [
            "", "2026", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-4-1",
            "24.11.2026", "2026-11-24-1", "2026-1١-24", "+026-11-24", "0000-01-01", "November 2026",
        ])
    func refused(text: String) {
        #expect(RuleDate(text) == nil)
    }

    @Test("Days are in the order of the calendar, leap days included")
    func order() throws {
        let days = ["2023-12-31", "2024-02-29", "2024-03-01", "2026-01-01"].compactMap { RuleDate($0) }
        #expect(days.count == 4)
        #expect(days == days.sorted())
    }

    @Test(
        "Days are counted from 1970 on",
        arguments: [
            (0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (20_784, "2026-11-27"),
            (-719_162, "0001-01-01"), (2_932_896, "9999-12-31"),
        ])
    func number(days: Int, text: String) {
        let date = RuleDate(daysSinceEpoch: days)
        #expect(date.description == text)
        #expect(date.daysSinceEpoch == days)
        #expect(RuleDate(text) == date)
    }

    @Test("What no calendar has is its first or last day")
    func clamped() {
        #expect(RuleDate(daysSinceEpoch: .min).description == "0001-01-01")
        #expect(RuleDate(daysSinceEpoch: .max).description == "9999-12-31")
    }
}
