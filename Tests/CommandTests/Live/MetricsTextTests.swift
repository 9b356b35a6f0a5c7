import Foundation
import NetTypes
import Testing

@testable import haidang

/// The text format of Prometheus, read by a strict parser of our own.
@Suite struct MetricsTextTests {
    private static let sample = LiveSamples.troubled.statistics

    @Test func `the text is valid`() throws {
        let metrics = try MetricsReading(MetricsText.text(Self.sample))
        #expect(Set(metrics.kinds.keys) == Set(MetricsText.metrics.map(\.name)))
        for (name, kind) in metrics.kinds {
            #expect((kind == "counter") == name.hasSuffix("_total"), "\(name)")
            #expect(name.hasPrefix("haidang_"))
        }
        #expect(metrics.values.count > 150)
    }

    @Test func `samples have the values of the counters`() throws {
        let metrics = try MetricsReading(MetricsText.text(Self.sample))
        let expected: [String: UInt64] = [
            #"haidang_interface_up{interface="eth1"}"#: 0,
            #"haidang_interface_frames_total{interface="eth0"}"#: 1_624_690,
            #"haidang_interface_kernel_drops_total{interface="eth0"}"#: 1234,
            #"haidang_ring_depth_bytes{interface="eth0",worker="1"}"#: 4_194_304,
            #"haidang_ring_shed_frames_total{interface="eth0",worker="0"}"#: 0,
            "haidang_object_shed_bytes_total": 14,
            #"haidang_mailbox_shed_total{kind="flow"}"#: 21, "haidang_recording_lost_frames_total": 5,
            "haidang_flows_active": 12345, "haidang_detections_total": 2, "haidang_incomplete": 1,
            "haidang_laws_broken": 0,
        ]
        for (series, value) in expected { #expect(metrics.values[series] == value, "\(series)") }
    }

    @Test func `without interfaces, rings and a recording their metrics are left out`() throws {
        let metrics = try MetricsReading(MetricsText.text(LiveStatistics()))
        #expect(metrics.kinds["haidang_interface_up"] == nil)
        #expect(metrics.kinds["haidang_recording_failing"] == nil)
        #expect(metrics.values["haidang_incomplete"] == 0)
    }

    @Test func `the value of a label is escaped`() throws {
        var all = LiveStatistics()
        all.interfaces = [InterfaceStatistics(name: "a\"b\\c\nd} 1")]
        let text = MetricsText.text(all)
        #expect(text.contains(#"haidang_interface_up{interface="a\"b\\c\nd} 1"} 1"# + "\n"))
        _ = try MetricsReading(text)
    }

    /// Every number inside a value, by reflection, so that a counter added later cannot be forgotten.
    private static func counters(_ value: Any) -> Int {
        if value is UInt64 || value is Int { return 1 }
        return Mirror(reflecting: value).children.reduce(0) { $0 + counters($1.value) }
    }

    @Test func `every counter of an interface, a ring, the mailbox and a recording is a sample`() throws {
        let metrics = try MetricsReading(MetricsText.text(Self.sample))
        func samples(_ prefix: String, _ label: String = "") -> Int {
            metrics.values.keys.count { $0.hasPrefix(prefix) && (label.isEmpty || $0.contains(label)) }
        }
        // One more: whether it is up, or whether it fails.
        #expect(
            samples("haidang_interface_", #"="eth0""#) == Self.counters(InterfaceStatistics(name: "")) + 1)
        #expect(samples("haidang_mailbox_") == Self.counters(MailboxStatistics()))
        #expect(samples("haidang_recording_") == Self.counters(RecordingStatistics()) + 1)
        // Two less: the positions of interface and worker are labels.
        #expect(
            samples("haidang_ring_", #""eth0",worker="1""#)
                == Self.counters(RingStatistics(interface: 0, worker: 0)) - 2)
    }

    @Test func `the manual's table is that of the program`() throws {
        let manual = try String(
            contentsOf: Scene.repository.appendingPathComponent("docs/OPERATIONS.md"), encoding: .utf8)
        for line in MetricsText.table { #expect(manual.contains("\n" + line + "\n"), "\(line)") }
        #expect(
            manual.split(separator: "\n").count { $0.hasPrefix("| `haidang_") } == MetricsText.table.count)
    }
}
