import Foundation
import NetTypes
import Testing

@testable import Incidents

/// The `stats` event holds every counter, so that the conservation law can be checked from one line.
@Suite struct StatisticsEventTests {
    private let encoder = EventEncoder(host: "sensor-1", origin: .savefile(path: "a.pcap"))

    private func stats(_ record: StatisticsRecord) throws -> [String: Any] {
        let line = try #require(encoder.line(.statistics(record)))
        let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(event["event_type"] as? String == "stats")
        return try #require(event["stats"] as? [String: Any])
    }

    private func number(_ object: [String: Any], _ path: String...) -> UInt64? {
        let parent = path.dropLast().reduce(Optional(object)) { $0?[$1] as? [String: Any] }
        return path.last.flatMap { parent?[$0] as? NSNumber }.map(\.uint64Value)
    }

    private static func leaves(_ value: Any) -> [UInt64] {
        switch value {
        case let object as [String: Any]: object.values.flatMap(leaves)
        case let array as [Any]: array.flatMap(leaves)
        case let number as NSNumber: [number.uint64Value]
        default: []
        }
    }

    /// Every UInt64 inside a value, found by reflection, so that a counter added later cannot be forgotten
    /// here.
    private static func counters(_ value: Any) -> [UInt64] {
        if let number = value as? UInt64 { return [number] }
        return Mirror(reflecting: value).children.flatMap { counters($0.value) }
    }

    @Test func `every counter is in the line`() throws {
        let record = Samples.statistics
        let counters = Self.counters(record.statistics)
        #expect(counters.count == Set(counters).count, "the sample must tell its counters apart")
        #expect(!counters.contains(0), "the sample must set every counter")
        let missing = Set(counters).subtracting(Self.leaves(try stats(record)))
        #expect(missing.isEmpty)
    }

    @Test func `every anomaly is counted under its name`() throws {
        let anomalies = try #require(try stats(Samples.statistics)["anomalies"] as? [String: Int])
        #expect(anomalies.count == Anomaly.allCases.count)
        for anomaly in Anomaly.allCases { #expect(anomalies[anomaly.name] == 1100 + Int(anomaly.rawValue)) }
    }

    @Test func `the schema's counters have the schema's names`() throws {
        let stats = try stats(Samples.statistics)
        #expect(number(stats, "uptime") == 61)
        #expect(number(stats, "decoder", "pkts") == 1004)
        #expect(number(stats, "decoder", "bytes") == 1002)
        #expect(number(stats, "decoder", "invalid") == 1008)
        #expect(number(stats, "flow", "total") == 1025)
        #expect(number(stats, "flow", "mgr", "flows_timeout") == 1030)
        #expect(number(stats, "flow", "tcp_reuse") == 1032)
        #expect(number(stats, "flow", "get_used") == 1033)
        #expect(number(stats, "tcp", "reassembly_gap") == 1049)
        #expect(number(stats, "tcp", "midstream_pickups") == 1051)
        #expect(number(stats, "tcp", "overlap_diff_data") == 1100 + UInt64(Anomaly.streamConflict.rawValue))
        #expect(number(stats, "detect", "alert") == 1070 + 1074)
    }

    @Test func `the terms of each equation stand together`() throws {
        let law = try #require(try stats(Samples.statistics)["law"] as? [String: Any])
        #expect(number(law, "frames", "received") == 1001)
        #expect(number(law, "frames", "inspected") == 1004)
        #expect(law["frames"].map(Self.leaves)?.sorted() == [1001, 1004, 1005, 1006, 1007, 1008])
        #expect(law["fragments"].map(Self.leaves)?.sorted() == [1018, 1019, 1020, 1021, 1022])
        #expect(law["flows"].map(Self.leaves)?.sorted() == [1025, 1026, 1030, 1031, 1032, 1033])
        #expect(law["payload"].map(Self.leaves)?.sorted() == Array(1040...1044) + [1046])
    }

    @Test func `a broken law is named and a loss makes the verdict incomplete`() throws {
        let sample = try #require(try stats(Samples.statistics)["law"] as? [String: Any])
        #expect(sample["broken"] as? [String] == Samples.statistics.statistics.brokenLaws)
        #expect((sample["broken"] as? [String])?.count == 7)
        #expect(sample["complete"] as? Bool == false)
        let empty = StatisticsRecord(timestamp: .zero, elapsed: 0, statistics: SensorStatistics())
        let whole = try #require(try stats(empty)["law"] as? [String: Any])
        #expect((whole["broken"] as? [String])?.isEmpty == true)
        #expect(whole["complete"] as? Bool == true)
    }

    @Test func `an event of counters belongs to no frame and no flow`() throws {
        let line = try #require(encoder.line(.statistics(Samples.statistics)))
        let head =
            #"{"timestamp":"2026-11-24T08:15:30.000123+0000","event_type":"stats","host":"sensor-1","#
            + #""pcap_filename":"a.pcap","stats":{"uptime":61,"decoder":{"pkts":1004,"#
        #expect(line.hasPrefix(head))
    }
}
