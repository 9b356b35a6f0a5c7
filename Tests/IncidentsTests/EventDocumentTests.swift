import Foundation
import NetTypes
import Testing

@testable import Incidents

/// `docs/EVENTS.md` says what the code writes.
@Suite struct EventDocumentTests {
    private let encoder = EventEncoder(host: "sensor-1", origin: .savefile(path: "a.pcap"))

    private func document() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("docs/EVENTS.md"), encoding: .utf8)
    }

    private static var icmp: FlowRecord {
        var record = Samples.udp
        record.context = Samples.flow(.icmp, client: ("192.0.2.1", 3), server: ("192.0.2.2", 1))
        return record
    }

    @Test(arguments: [
        Finding.detection(Samples.detection), .detection(Samples.suppressed), .detection(Samples.sighting),
        .detection(Samples.namedServer), .flow(Samples.tcp), .file(Samples.file),
        .anomaly(Samples.anomaly), .statistics(Samples.soundStatistics),
    ])
    func `its example lines are what the encoder writes`(finding: Finding) throws {
        let line = try #require(encoder.line(finding))
        #expect(try document().contains("\n" + line + "\n"), "\(line)")
    }

    @Test func `its example of a live run is what the encoder writes`() throws {
        let live = EventEncoder(host: "sensor-1", origin: .interfaces(["eth0"]))
        let line = try #require(live.line(.statistics(Samples.soundLive)))
        #expect(try document().contains("\n" + line + "\n"), "\(line)")
        #expect(Samples.soundLive.live?.brokenLaws(atRest: false) == [])
    }

    @Test func `the counters of its example fulfil every law`() {
        #expect(Samples.soundStatistics.statistics.brokenLaws == [])
    }

    @Test func `it names every member and every anomaly`() throws {
        let text = try document()
        var names: Set<String> = ["in_iface", "response_icmp_type"]
        var running = Samples.statistics
        running.live = Samples.live
        for finding in Samples.findings + [
            .flow(Self.icmp), .statistics(running), .detection(Samples.suppressed),
            .statistics(Samples.judged),
        ] {
            let line = try #require(encoder.line(finding))
            try names.formUnion(Self.names(JSONSerialization.jsonObject(with: Data(line.utf8))))
        }
        // What a rule's own metadata says is the rule's business.
        names.subtract(["mitre", "score", "shared", "description"])
        // The sample's list of objects, which no protocol of ours reports; `EventMemberTests` has what they do report.
        names.remove("request_headers")
        for name in names.sorted() { #expect(text.contains("`\(name)`"), "\(name)") }
    }

    private static func names(_ value: Any) -> Set<String> {
        switch value {
        case let object as [String: Any]:
            object.reduce(into: Set(object.keys)) { $0.formUnion(names($1.value)) }
        case let array as [Any]: array.reduce(into: []) { $0.formUnion(names($1)) }
        default: []
        }
    }
}
