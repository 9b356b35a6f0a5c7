import Foundation
import NetTypes
import Testing

@testable import Incidents

/// The `stats` event of a live run says where every frame is.
@Suite struct LiveEventTests {
    private let encoder = EventEncoder(host: "sensor-1", origin: .interfaces(["eth0"]))

    private func stats(_ live: LiveStatistics?) throws -> [String: Any] {
        var record = Samples.soundStatistics
        record.live = live
        let line = try #require(encoder.line(.statistics(record)))
        let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return try #require(event["stats"] as? [String: Any])
    }

    private static func leaves(_ value: Any) -> [UInt64] {
        switch value {
        case let object as [String: Any]: object.values.flatMap(leaves)
        case let array as [Any]: array.flatMap(leaves)
        case let number as NSNumber: [number.uint64Value]
        default: []
        }
    }

    /// Every number inside a value but those of the sensor and of alerts, which the event has elsewhere, by reflection.
    private static func counters(_ value: Any) -> [UInt64] {
        if let number = value as? UInt64 { return [number] }
        if let number = value as? Int { return [UInt64(clamping: number)] }
        return Mirror(reflecting: value).children.filter { !["sensor", "alerts"].contains($0.label) }.flatMap
        {
            counters($0.value)
        }
    }

    @Test func `every live counter is in the line`() throws {
        let counters = Self.counters(Samples.live)
        #expect(counters.count == 32)
        #expect(counters.count == Set(counters).count, "the sample must tell its counters apart")
        let written = try #require(try stats(Samples.live)["live"])
        #expect(Set(counters).subtracting(Self.leaves(written)).isEmpty)
        let interfaces = (written as? [String: Any])?["interfaces"] as? [[String: Any]]
        #expect(interfaces?.first?["up"] as? Bool == false)
        #expect(interfaces?.first?["name"] as? String == "eth0")
    }

    @Test func `the schema's counters of capture have the schema's names`() throws {
        var live = Samples.live
        live.interfaces.append(live.interfaces[0])
        let capture = try #require(try stats(live)["capture"] as? [String: Int])
        #expect(capture == ["kernel_packets": 8010, "kernel_drops": 4008, "kernel_ifdrops": 4010])
    }

    @Test func `a savefile has none of it`() throws {
        let whole = try stats(nil)
        #expect(whole["capture"] == nil && whole["live"] == nil)
        #expect((whole["law"] as? [String: Any])?["live"] == nil)
    }

    @Test func `the law of a live run stands with the others`() throws {
        let law = try #require(try stats(Samples.soundLive.live)["law"] as? [String: Any])
        let terms = ["received": 14, "ring_dropped": 0, "inspected": 12, "waiting": 2]
        #expect(law["live"] as? [String: Int] == terms)
        #expect((law["broken"] as? [String])?.isEmpty == true)
        #expect(law["complete"] as? Bool == true)
    }

    @Test func `more inspected than received breaks the law, and a drop makes it incomplete`() throws {
        var live = try #require(Samples.soundLive.live)
        live.interfaces[0].frames = 11
        live.rings[0].dropped = 1
        let law = try #require(try stats(live)["law"] as? [String: Any])
        #expect((law["broken"] as? [String])?.count == 1)
        #expect(law["complete"] as? Bool == false)
    }

    @Test func `a recording that is not made is not written`() throws {
        let live = try #require(try stats(Samples.soundLive.live)["live"] as? [String: Any])
        #expect(live["recording"] == nil)
    }
}
