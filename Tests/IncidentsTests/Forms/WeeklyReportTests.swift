import Incidents
import NetTypes
import Testing

@Suite("The weekly report of TT 31/2017")
struct WeeklyReportTests {
    private func report(_ incidents: [Incident], loss: ReportedLosses?) throws -> Report {
        let profile = try Samples.profile("tt31-2017")
        let day = VietnamTime.day(of: Samples.incident.detectedAt)
        let period = ReportPeriod(
            first: Day(number: day.number - 6), last: day, incidents: incidents, loss: loss)
        return ReportWriter(
            profile: profile, form: try #require(profile.form("tuan")), organisation: Samples.organisation
        ).report(on: .period(period), now: Samples.reportTime)
    }

    @Test("Its fields are those of article 5.3.d, with what was not seen")
    func fields() throws {
        var second = Samples.incident
        second.id = IncidentID(day: Day(of: Samples.time), bits: 2)
        second.attacker = IPAddress("203.0.113.9")
        var late = second
        late.detectedAt = VietnamTime.start(
            of: Day(number: VietnamTime.day(of: Samples.incident.detectedAt).number + 1))
        late.victim = try #require(IPAddress("203.0.113.200"))
        var none = late
        (none.detectedAt, none.status) = (second.detectedAt, .falsePositive)
        let report = try report(
            [second, Samples.incident, late, none],
            loss: ReportedLosses(received: 1000, lost: 3, scanned: 90, notScanned: 2))
        #expect(report.missing.map(\.key) == ["changes_monitored", "changes_monitoring"])
        #expect(report.html.contains("Khung nhận được: 1000; bị mất: 3"))
        #expect(report.html.contains("chưa quét hết: 2"))
        #expect(report.html.contains("<td>198.51.100.7</td><td>Cổng thông tin y tế; Sở Y tế;"))
        #expect(report.html.contains("<td>192.0.2.10</td>") && report.html.contains("<td>203.0.113.9</td>"))
        #expect(
            report.html.contains("\(Samples.incident.id); \(second.id)") == (Samples.incident.id < second.id))
        #expect(report.html.contains("T1505.003 Lệnh trong yêu cầu tới web shell"))
        #expect(!report.html.contains("203.0.113.200"))
        #expect(report.json.contains("\"rows\":[{\"cells\":[\"198.51.100.7\","))
    }

    @Test("A quiet week says so; a week of which nobody knows what was lost misses a field")
    func quiet() throws {
        let report = try report([], loss: nil)
        #expect(report.missing.map(\.key) == ["coverage", "changes_monitored", "changes_monitoring"])
        #expect(report.html.contains("<p>Không có</p>"))
    }

    @Test("A flood of victims is cut, and says so")
    func flood() throws {
        let incidents = (0..<1000).map { number in
            var incident = Samples.incident
            incident.id = IncidentID(day: Day(of: Samples.time), bits: UInt64(number))
            incident.victim = IPAddress(ipv4: 0xc633_6400 + UInt32(number))
            return incident
        }
        let report = try report(incidents, loss: nil)
        #expect(report.warnings.contains(.rowsLeftOut(key: "attacked", 800)))
        #expect(report.html.contains("… và 990 mục nữa"))
        #expect(report.html.utf8.count < 200_000)
    }
}
