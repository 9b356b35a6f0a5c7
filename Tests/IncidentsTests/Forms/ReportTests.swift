import Foundation
import Incidents
import NetTypes
import Testing

@Suite("Reports")
struct ReportTests {
    /// Mẫu 03 about the sample incident.
    static func report(
        _ incident: Incident = Samples.incident, answers: [String: String] = [:],
        language: ReportLanguage = .vietnamese, form: String = "mau-03", journal: [JournalEntry] = [],
        detections: [IncidentDetection] = Samples.incidentDetections,
        organisation: Organisation = Samples.organisation
    ) throws -> Report {
        let profile = try Samples.profile("tt20-2017")
        let writer = ReportWriter(
            profile: profile, form: try #require(profile.form(form)), organisation: organisation,
            answers: ReportAnswers(answers), language: language)
        return writer.report(
            on: .incident(incident, detections: detections, journal: journal), now: Samples.reportTime)
    }

    @Test("Mẫu 03 about an incident is the golden file, byte by byte")
    func golden() throws {
        let report = try Self.report()
        let golden = try Samples.golden("mau-03.html")
        #expect(report.html == golden)
        #expect(report.subject.hasPrefix("[TBSC] "))
    }

    @Test("Each mandatory field that is not known is missing, and printed as a gap")
    func missing() throws {
        let report = try Self.report()
        let keys = report.missing.map(\.key)
        #expect(keys == ["attack_happened", "damage_risk", "information_sensitivity", "notice_sent_to"])
        #expect(report.html.components(separatedBy: "<p class=\"gap\">(còn thiếu)</p>").count == 5)
        #expect(report.html.contains("Thông tin bắt buộc còn thiếu (4):"))
        #expect(report.json.contains("\"missing\":[\"attack_happened\",\"damage_risk\","))
        let empty = try Self.report(organisation: Organisation())
        let fields = try #require(try Samples.profile("tt20-2017").form("mau-03")).fields
        let needed = fields.filter(\.need.isMandatory)
        let known = [
            "description", "who_is_affected", "detected_date", "detected_time", "state", "detected_by",
            "report_time",
        ]
        #expect(empty.missing.map(\.key) == needed.map(\.key).filter { !known.contains($0) })
        #expect(empty.warnings.contains(.noSystem))
    }

    @Test("Answers fill fields and tick boxes, and a report that has them all misses nothing")
    func answers() throws {
        let report = try Self.report(answers: [
            "attack_happened": "Đã xảy ra", "damage_risk": "Thấp\nKhông gián đoạn",
            "information_sensitivity": "Hồ sơ sức khỏe", "notice_sent_to": "coordinator, isp: nhà mạng",
            "contact_name": "Trần Thị Mẫu",
        ])
        #expect(report.missing.isEmpty)
        #expect(report.html.contains("<p>Thấp</p><p>Không gián đoạn</p>"))
        #expect(report.html.contains("☒&nbsp;Cơ quan điều phối quốc gia"))
        #expect(report.html.contains("☒&nbsp;ISP: nhà mạng"))
        #expect(report.html.contains("☐&nbsp;Thành viên mạng lưới ứng cứu sự cố"))
        #expect(report.html.contains("Trần Thị Mẫu") && !report.html.contains("Nguyễn Văn Mẫu"))
        #expect(!report.html.contains("class=\"gap\"") && !report.html.contains("class=\"gaps\""))
        let odd = try Self.report(answers: ["state": "handled,not-handled", "services": "web,gopher"])
        #expect(odd.warnings.contains(.severalChoices(key: "state")))
        #expect(odd.warnings.contains(.unknownChoice(key: "services", choice: "gopher")))
        #expect(odd.missing.map(\.key).contains("state"))
    }

    @Test("Only public addresses are in Mẫu 03, whoever the victim is")
    func addresses() throws {
        let report = try Self.report()
        #expect(report.html.contains("198.51.100.0/28, 2001:db8:7::1, 198.51.100.7"))
        #expect(!report.html.contains("10.20.") && !report.html.contains("192.168."))
        #expect(!report.json.contains("10.20.") && !report.json.contains("192.168."))
        #expect(report.warnings.contains(.privateAddressesLeftOut(2)))
        var incident = Samples.incident
        incident.victim = try #require(IPAddress("10.20.0.9"))
        incident.attacker = IPAddress("192.168.7.7")
        let inside = try Self.report(incident, answers: ["proposal": "Chặn 192.168.7.8."])
        #expect(!inside.html.contains("10.20.") && !inside.html.contains("192.168.7.7"))
        #expect(inside.html.contains("Hệ thống bị ảnh hưởng: Sở Y tế."))
        #expect(inside.warnings.contains(.privateAddressesLeftOut(3)))
        #expect(inside.warnings.contains(.privateAddressInAnswer(key: "proposal", address: "192.168.7.8")))
    }

    @Test("Forms exist in English, and say that they are translations")
    func english() throws {
        let report = try Self.report(language: .english)
        #expect(report.html.contains("INITIAL REPORT OF A NETWORK INCIDENT"))
        #expect(report.html.contains("Working translation."))
        #expect(report.html.contains("A command in a request to a web shell"))
        #expect(report.subject.hasPrefix("[TBSC] BÁO CÁO BAN ĐẦU SỰ CỐ MẠNG - HD-"))
    }

    @Test("What was done is in Mẫu 04, and what is no incident says so")
    func finalReport() throws {
        var incident = Samples.incident
        (incident.status, incident.closedAt) = (.closed, Samples.time)
        let note = JournalEntry(
            number: 1, timestamp: Samples.time, person: "analyst", incident: incident.id, action: .noted,
            detail: "", note: "Đã gỡ web shell")
        let viewed = JournalEntry(
            number: 2, timestamp: Samples.time, person: "viewer", incident: incident.id, action: .viewed,
            detail: "", note: "")
        let report = try Self.report(incident, form: "mau-04", journal: [note, viewed])
        #expect(report.html.contains("analyst: ghi chú; Đã gỡ web shell"))
        #expect(!report.html.contains("viewer"))
        #expect(report.missing.isEmpty)
        incident.status = .falsePositive
        incident.mergedInto = Samples.incident.id
        let none = try Self.report(incident)
        #expect(none.warnings.contains(.isFalsePositive))
        #expect(none.warnings.contains(.isMerged(into: Samples.incident.id)))
        #expect(none.missing.map(\.key).contains("state"))
    }

    @Test(
        "Every provision that was not read in the original is named at the foot",
        arguments: Samples.profileNames)
    func footnotes(name: String) throws {
        let profile = try Samples.profile(name)
        #expect(!profile.unverified.isEmpty && profile.basis.allSatisfy { !$0.instrument.isEmpty })
        for form in profile.forms {
            let subject: ReportSubject =
                form.scope == .incident
                ? .incident(Samples.incident, detections: [], journal: [])
                : .period(
                    ReportPeriod(first: Day(of: .zero), last: Day(of: .zero), incidents: [], loss: nil))
            let report = ReportWriter(profile: profile, form: form).report(on: subject, now: Samples.time)
            for basis in profile.unverified {
                #expect(report.html.contains("Chưa đối chiếu với bản gốc: \(basis.citation)"), "\(form.id)")
            }
            #expect(report.warnings.contains(.unverified(profile.unverified.count)))
        }
    }
}
