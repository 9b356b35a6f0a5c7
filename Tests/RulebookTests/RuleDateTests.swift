import Foundation
import Rulebook
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
        "A point in time has its day in universal time",
        arguments: [
            (0.0, "1970-01-01"), (-1.0, "1969-12-31"), (951_782_400, "2000-02-29"),
            (1_795_823_999, "2026-11-27"), (1_795_824_000, "2026-11-28"),
        ])
    func instant(seconds: Double, day: String) {
        let date = RuleDate(Date(timeIntervalSince1970: seconds))
        #expect(date.description == day)
        #expect(date.daysSinceEpoch == Int((seconds / 86_400).rounded(.down)))
    }
}
