import NetTypes
import Ring

/// The writing end of a ring, with the account of what went in. It belongs to one capture thread.
final class Outlet {
    private var producer: RingProducer
    private let isPatient: Bool
    private let scale: PressureScale
    private(set) var statistics: RingStatistics
    private var untilLook = 0
    /// How far the ring is filled past the mark where payload is shed; nil below it, and for who waits instead. It falls a
    /// step late, because each time that shedding begins and ends makes one more hole in each long stream.
    private(set) var step: Int?

    /// Frames between two looks at how full the ring is: looking takes a cache line from the worker.
    private static let lookInterval = 32
    /// Milliseconds that a patient writer sleeps for room before it looks again.
    private static let patience = 50

    init(
        _ producer: consuming RingProducer, _ statistics: RingStatistics,
        _ configuration: PipelineConfiguration
    ) {
        self.statistics = statistics
        isPatient = configuration.isPatient
        scale = PressureScale(configuration)
        self.producer = producer
        self.statistics.capacity = self.producer.capacity
    }

    /// Writes one frame; without room it is dropped and counted, or waited for.
    func push(_ header: FrameHeader, _ bytes: Span<UInt8>) {
        statistics.offered += 1
        if untilLook == 0 { look() }
        untilLook -= 1
        if isPatient, bytes.count <= producer.longestFrame {
            while !producer.push(header, bytes) { producer.waitForRoom(milliseconds: Self.patience) }
            statistics.pushed += 1
        } else if producer.push(header, bytes) {
            statistics.pushed += 1
        } else {
            statistics.dropped += 1
            untilLook = 0
        }
    }

    /// Counts payload of a frame that was left out.
    func shed(bytes: Int, _ reason: Shedding.Reason) {
        switch reason {
        case .encrypted:
            statistics.shedEncrypted += 1
            statistics.shedEncryptedBytes += UInt64(bytes)
        case .deep:
            statistics.shedDeep += 1
            statistics.shedDeepBytes += UInt64(bytes)
        }
    }

    /// Writes that capture time has come this far. Without room that is left to the frames that come.
    func push(_ time: Timestamp) {
        while !producer.push(time), isPatient { producer.waitForRoom(milliseconds: Self.patience) }
    }

    /// Makes what was written visible.
    func publish() {
        producer.publish()
        look()
    }

    /// No more will come.
    func close() {
        producer.close()
        look()
    }

    private func look() {
        let depth = producer.depth
        statistics.depth = depth
        statistics.highWater = max(statistics.highWater, depth)
        let now = isPatient ? nil : scale.step(depth: depth, of: statistics.capacity)
        step = now.map { now in step.map { max(now, min($0, now + 1)) } ?? now }
        untilLook = Self.lookInterval
    }
}
