import Incidents
import NetTypes
import Testing

@Suite("Deadlines")
struct DeadlineTests {
    /// A moment in Viet Nam, from `2026-11-29 23:59`.
    private static func moment(_ text: String) throws -> Timestamp {
        let day = try #require(Day(String(text.prefix(10))))
        let hours = try #require(Int64(text.dropFirst(11).prefix(2)))
        let minutes = try #require(Int64(text.dropFirst(14).prefix(2)))
        return VietnamTime.start(of: day).advanced(by: (hours * 60 + minutes) * 60_000_000_000)
    }

    private static func table(
        _ names: [String], detected: String, now: String, answers: [String: String] = [:],
        journal: [JournalEntry] = [], change: (inout Incident) throws -> Void = { _ in }
    ) throws -> ClockTable {
        var incident = Samples.incident
        incident.detectedAt = try moment(detected)
        try change(&incident)
        return ClockTable(
            profiles: try names.map { try Samples.profile($0) }, incident: incident, journal: journal,
            answers: ReportAnswers(answers), now: try moment(now))
    }

    private static func due(_ table: ClockTable) -> [String] {
        table.deadlines.map { deadline in
            let due = deadline.due.map { VietnamTime($0).machine.prefix(16) } ?? "-"
            return "\(deadline.profile)/\(deadline.clock.id) \(due)"
        }
    }

    static let spans: [(String, String, String)] = [
        ("2026-11-29 23:59", "2026-12-02T23:59", "2026-12-04T23:59"),  // month end
        ("2026-12-30 08:30", "2027-01-02T08:30", "2027-01-04T08:30"),  // year end
        ("2028-02-27 00:00", "2028-03-01T00:00", "2028-03-03T00:00"),  // leap day
        ("2027-02-27 00:00", "2027-03-02T00:00", "2027-03-04T00:00"),  // none
        ("2026-11-30 06:59", "2026-12-03T06:59", "2026-12-05T06:59"),  // another day in universal time
    ]

    @Test("Every clock of every profile, across the ends of months and years", arguments: spans)
    func everyClock(detected: String, in72h: String, in5d: String) throws {
        let answers = [
            "public_harm": "yes", "serious": "có", "personal_data": "yes", "sensitive_personal_data": "yes",
            "beyond_capacity": "yes",
        ]
        let table = try Self.table(
            ["nd331-2026", "tt20-2017", "luat91-2025", "tt31-2017"], detected: detected, now: detected,
            answers: answers
        ) {
            $0.status = .closed
            $0.closedAt = try Self.moment(detected)
        }
        let atOnce = "\(detected.prefix(10))T\(detected.suffix(5))"
        let in24h = VietnamTime(try Self.moment(detected).advanced(by: 86_400_000_000_000)).machine.prefix(16)
        #expect(
            Self.due(table) == [
                "nd331-2026/immediate \(atOnce)", "nd331-2026/initial-24h \(in24h)",
                "nd331-2026/report-72h \(in72h)", "tt20-2017/notice \(in5d)", "tt20-2017/initial \(atOnce)",
                "tt20-2017/final \(in5d)", "luat91-2025/breach-72h \(in72h)",
                "luat91-2025/subjects-72h \(in72h)",
            ])
        #expect(table.deadlines.allSatisfy { $0.isTriggerDecided })
    }

    @Test(
        "Time passes: remaining, due soon for the last quarter or six hours, overdue after the minute",
        arguments: [
            ("2026-11-29 23:59", "remaining"), ("2026-12-02 17:58", "remaining"),
            ("2026-12-02 17:59", "due_soon"), ("2026-12-02 23:59", "due_soon"),
            ("2026-12-03 00:00", "overdue"), ("2027-12-03 00:00", "overdue"),
        ])
    func states(now: String, state: String) throws {
        let table = try Self.table(["nd331-2026"], detected: "2026-11-29 23:59", now: now)
        #expect(table.deadlines[2].state.rawValue == state)
    }

    @Test(
        "A span shorter than a day warns for its last quarter",
        arguments: [
            ("05:58", "remaining"), ("05:59", "due_soon"), ("07:59", "due_soon"), ("08:00", "overdue"),
        ])
    func shortSpan(clock: String, state: String) throws {
        var profile = try Samples.profile("nd331-2026")
        profile.clocks[2].span = .hours(8)
        var incident = Samples.incident
        incident.detectedAt = try Self.moment("2026-11-29 23:59")
        let table = ClockTable(
            profiles: [profile], incident: incident, journal: [],
            now: try Self.moment("2026-11-30 \(clock)"))
        #expect(table.deadlines[2].state.rawValue == state)
    }

    @Test(
        "What nobody has decided runs and is marked; what does not apply, and what has not begun, does not run"
    )
    func triggers() throws {
        let open = try Self.table(
            ["nd331-2026", "tt20-2017"], detected: "2026-11-29 23:59", now: "2026-11-30 00:00")
        #expect(open.deadlines.map(\.isTriggerDecided) == [false, false, true, true, false, true])
        #expect(
            open.deadlines.map(\.state) == [
                .overdue, .remaining, .remaining, .remaining, .overdue, .notTriggered,
            ])
        let no = try Self.table(
            ["nd331-2026", "tt20-2017"], detected: "2026-11-29 23:59", now: "2026-11-30 00:00",
            answers: ["public_harm": "không", "serious": "no", "beyond_capacity": "no"])
        #expect(
            no.deadlines.map(\.state) == [
                .notTriggered, .notTriggered, .remaining, .remaining, .notTriggered, .notTriggered,
            ])
        let none = try Self.table(
            ["nd331-2026", "tt20-2017"], detected: "2026-11-29 23:59", now: "2026-12-30 00:00"
        ) { $0.status = .falsePositive }
        #expect(none.deadlines.allSatisfy { $0.state == .notTriggered && $0.due == nil })
        #expect(none.pressing.isEmpty)
    }

    @Test("The first time that something was sent stops its clock, and shows whether that was late")
    func sent() throws {
        func entry(_ detail: String, _ at: String, _ action: JournalEntry.Action = .sent) throws
            -> JournalEntry
        {
            JournalEntry(
                number: 1, timestamp: try Self.moment(at), person: "a", incident: Samples.incident.id,
                action: action,
                detail: detail, note: "")
        }
        let journal = try [
            entry("nd331-2026/report-72h", "2026-12-03 00:00"),
            entry("nd331-2026/report-72h", "2026-12-02 23:59"),
            entry("tt20-2017/notice", "2026-12-05 00:00"),
            entry("nd331-2026/initial-24h", "2026-11-30 00:00", .noted),
        ]
        let table = try Self.table(
            ["nd331-2026", "tt20-2017"], detected: "2026-11-29 23:59", now: "2026-12-09 00:00",
            journal: journal)
        #expect(
            table.deadlines.map(\.state) == [.overdue, .overdue, .sent, .sent, .overdue, .notTriggered])
        #expect(!table.deadlines[2].isLate)
        #expect(table.deadlines[3].isLate)
    }

    @Test("Seriousness needs three answers, or one that rules it out")
    func severity() {
        func verdict(_ texts: [String: String], level: Int? = nil) -> SeverityQuestions.Verdict {
            SeverityQuestions(ReportAnswers(texts), level: level).verdict
        }
        let all = ["important_system": "yes", "grave_effect": "Có", "beyond_capacity": "true"]
        #expect(verdict(all) == .serious)
        for key in all.keys {
            var some = all
            some[key] = "no"
            #expect(verdict(some) == .ordinary)
            some[key] = "maybe"
            #expect(verdict(some) == .notDecided)
            some[key] = nil
            #expect(verdict(some) == .notDecided)
        }
        let two = all.filter { $0.key != "important_system" }
        #expect(verdict(two, level: 4) == .serious)
        #expect(verdict(two, level: 3) == .notDecided)
        #expect(verdict([:], level: 5) == .notDecided)
    }
}
