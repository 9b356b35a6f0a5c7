import Foundation
import Incidents
import NetTypes
import Testing

@testable import haidang

@Suite("Asking for a report")
struct ReportRequestTests {
    /// One incident, for every identifier but one.
    private struct OneIncident: IncidentSource {
        var isDrill: Bool { false }
        let incident: Incident

        struct Unknown: Error, CustomStringConvertible {
            var description: String { "no such incident" }
        }

        func incident(_ id: IncidentID) throws -> (Incident, [IncidentDetection], [JournalEntry]) {
            guard id == incident.id else { throw Unknown() }
            return (incident, [], [])
        }

        func incidents(from: Timestamp, to: Timestamp) throws -> [Incident] {
            from <= incident.detectedAt && incident.detectedAt < to ? [incident] : []
        }
    }

    private static let time = Timestamp(seconds: 1_795_000_000, nanoseconds: 0)

    private static func incident() throws -> Incident {
        Incident(
            id: IncidentID(day: Day(of: time), bits: 7), severity: 1, category: .malware, rules: [],
            stage: .delivery,
            victim: try #require(IPAddress("203.0.113.10")), attacker: IPAddress("198.51.100.9"),
            firstAt: time,
            detectedAt: time)
    }

    private func report(_ request: ReportRequest) throws -> Report {
        let packaging = Scene.repository.appendingPathComponent("packaging")
        let source = OneIncident(incident: try Self.incident())
        return try request.report(
            from: { () throws(CommandError) in source },
            profiles: try FormFolder(packaging.appendingPathComponent("forms").path).profiles(),
            organisation: try OrganisationFile.load(
                packaging.appendingPathComponent("organisation.example.yml").path),
            language: .vietnamese, now: Self.time)
    }

    @Test("A form about an incident, and one about days, are filled from the source")
    func filled() throws {
        var request = ReportRequest(form: "mau-03", incident: try Self.incident().id)
        request.answers = ["attack_happened=Đã xảy ra = rồi", "serious=yes"]
        let report = try report(request)
        #expect(report.html.contains("Cổng dịch vụ công") && report.html.contains("<p>Đã xảy ra = rồi</p>"))
        #expect(
            report.missing.map(\.key) == [
                "damage_risk", "information_sensitivity", "who_is_affected", "notice_sent_to",
            ])
        var weekly = ReportRequest(form: "tt31-2017/tuan")
        let day = VietnamTime.day(of: Self.time)
        weekly.days = (day, day)
        #expect(try self.report(weekly).html.contains("<td>203.0.113.10</td>"))
        weekly.days = (Day(number: day.number + 1), Day(number: day.number + 7))
        #expect(try self.report(weekly).html.contains("<p>Không có</p>"))
    }

    @Test("What makes no sense is one sentence")
    func wrong() throws {
        let id = try Self.incident().id
        let day = VietnamTime.day(of: Self.time)
        let requests: [(ReportRequest, ReportText)] = [
            (ReportRequest(form: "mau-3", incident: id), .noForm("mau-3", nearest: "mau-03")),
            (
                ReportRequest(form: "tt20/mau-03", incident: id),
                .noProfile("tt20", nearest: nil)
            ),
            (ReportRequest(form: "mau-03"), .needsIncident("mau-03")),
            (ReportRequest(form: "tuan", incident: id), .needsDays("tuan")),
            (
                ReportRequest(form: "tuan", days: (Day(number: day.number + 1), day)),
                .badDays(most: ReportRequest.mostDays)
            ),
            (ReportRequest(form: "mau-03", incident: id, answers: ["x"]), .noAnswer("x")),
            (
                ReportRequest(form: "mau-03", incident: id, answers: ["propsal=x"]),
                .unknownAnswer("propsal", nearest: "proposal")
            ),
            (
                ReportRequest(form: "mau-03", incident: IncidentID(day: day, bits: 8)),
                .cannotRead("no such incident")
            ),
        ]
        for (request, text) in requests {
            #expect(throws: CommandError.usage("\(text)")) { try report(request) }
        }
        let answer = ReportRequest(form: "mau-03", incident: id, answers: ["serious=perhaps"])
        #expect(throws: CommandError.usage("\(DataProblem.noTruth(key: "serious", "perhaps"))")) {
            try report(answer)
        }
    }

    @Test("Answers come from a file, and the command line goes before it")
    func answersFile() throws {
        let scene = try Scene()
        try scene.write("a.yml", "damage_risk: Thấp\nnotice_sent_to: [isp, coordinator]\nserious: no\n")
        var request = ReportRequest(form: "mau-03", incident: try Self.incident().id)
        request.answersFile = scene.path("a.yml")
        request.answers = ["damage_risk=Cao"]
        let report = try report(request)
        #expect(report.html.contains("<p>Cao</p>") && !report.html.contains("<p>Thấp</p>"))
        #expect(report.html.contains("☒&nbsp;Cơ quan điều phối quốc gia"))
        try scene.write("a.yml", "damge_risk: x\nserious: perhaps\n")
        let error = #expect(throws: CommandError.self) { try self.report(request) }
        let sentences = error?.sentences ?? []
        #expect(sentences.count == 2)
        #expect(sentences.first?.contains("a.yml:1:") == true)
        #expect(sentences.last?.contains("a.yml:2:") == true)
    }

    @Test("The list has every form with its clocks, as a table and as JSON")
    func list() throws {
        let scene = try Scene()
        let forms = Scene.repository.appendingPathComponent("packaging/forms").path
        let table = try scene.run("report", "--list", "--forms", forms)
        #expect(table.code == 0)
        #expect(table.output.contains("mau-03") && table.output.contains("Report, 72 hours"))
        #expect(table.output.contains("tt31-2017: not compared with the original: "))
        let vietnamese = try scene.run("report", "--list", "--forms", forms, environment: [:])
        #expect(vietnamese.output.contains("Báo cáo kết thúc (5 ngày)"))
        let json = try scene.run("report", "--list", "--forms", forms, "--format", "json")
        #expect(json.lines.count == 4)
        #expect(json.output.contains("\"clock\":\"notice\",\"form\":\"thong-bao\""))
        let missing = try scene.run("report", "--list", "--forms", "nowhere")
        #expect(missing.code == 2)
        #expect(missing.messages.contains("no folder of forms was found (tried nowhere)"))
        let usage = try scene.run("report", "--forms", forms)
        #expect(usage.code == 2 && usage.messages.contains("name a form"))
    }
}
