import NetTypes
import Ring

/// The writing end of a ring, with the account of what went in. It belongs to one capture thread.
final class Outlet {
    private var producer: RingProducer
    private let isPatient: Bool
    private let pressure: Int
    private(set) var statistics: RingStatistics
    private var untilLook = 0
    /// True when the ring was filled past the mark where payload is shed, when that was last looked at.
    private(set) var isPressed = false

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
        pressure = producer.capacity / 100 * min(max(configuration.pressure, 1), 100)
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

    /// Counts encrypted payload of a frame that was left out.
    func shed(bytes: Int) {
        statistics.shedEncrypted += 1
        statistics.shedEncryptedBytes += UInt64(bytes)
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
        isPressed = !isPatient && depth > pressure
        untilLook = Self.lookInterval
    }
}
