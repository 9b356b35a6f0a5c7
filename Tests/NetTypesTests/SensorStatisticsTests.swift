import NetTypes
import Testing

@Suite struct SensorStatisticsTests {
    /// One counter of each law, raised alone.
    private static let breaches: [@Sendable (inout SensorStatistics) -> Void] = [
        { $0.capture.frames += 1 },
        { $0.decoder.notIP += 1 },
        { $0.defragmenter.fragments += 1 },
        { $0.defragmenter.waiting += 1 },
        { $0.flow.created += 1 },
        { $0.flow.ended[.evicted] += 1 },
        { $0.stream.payload += 1 },
        { $0.stream.held += 1 },
        { $0.scan.offered += 1 },
        { $0.scan.pending += 1 },
    ]

    @Test func `Counters at zero break no law`() {
        #expect(SensorStatistics().brokenLaws.isEmpty)
        #expect(!SensorStatistics().isIncomplete)
    }

    @Test("A single counter that is off breaks exactly one law", arguments: breaches.indices)
    func breach(index: Int) {
        var statistics = SensorStatistics()
        Self.breaches[index](&statistics)
        #expect(statistics.brokenLaws.count == 1)
    }

    @Test func `A broken law says its two sides`() {
        var statistics = SensorStatistics()
        statistics.capture.frames = 7
        #expect(statistics.brokenLaws == ["captured frames = decoded frames: 7 is not 0"])
    }

    @Test func `Every term on the right of a law counts`() {
        var statistics = SensorStatistics()
        statistics.capture.frames = 10
        statistics.decoder.frames = 10
        (statistics.decoder.packets, statistics.decoder.fragments) = (1, 2)
        (statistics.decoder.notIP, statistics.decoder.undecoded) = (3, 4)
        statistics.defragmenter.fragments = 10
        (statistics.defragmenter.used, statistics.defragmenter.refused) = (1, 2)
        (statistics.defragmenter.dropped, statistics.defragmenter.waiting) = (3, 4)
        statistics.flow.created = 11
        statistics.flow.active = 1
        for (index, reason) in FlowRecord.EndReason.allCases.enumerated() {
            statistics.flow.ended[reason] = UInt64(index + 1)
        }
        statistics.stream.payload = 16
        (statistics.stream.delivered, statistics.stream.duplicate) = (1, 2)
        (statistics.stream.outOfWindow, statistics.stream.refused) = (3, 4)
        statistics.stream.held = 6
        statistics.scan.offered = 11
        (statistics.scan.scanned, statistics.scan.timedOut) = (1, 2)
        (statistics.scan.failed, statistics.scan.pending) = (3, 5)
        #expect(statistics.brokenLaws.isEmpty)
    }

    @Test func `What was not inspected makes the whole incomplete`() {
        var anomalous = SensorStatistics()
        anomalous.anomalies.count(.streamGap)
        #expect(!anomalous.isIncomplete)
        anomalous.anomalies.count(.fragmentLimit)
        #expect(anomalous.isIncomplete)
        var limited = SensorStatistics()
        limited.stream.limited = 1
        #expect(limited.isIncomplete)
        var cut = SensorStatistics()
        cut.capture.bytesSnapped = 1
        #expect(cut.isIncomplete)
    }
}
