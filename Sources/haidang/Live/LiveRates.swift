import NetTypes

/// What two samples of the counters, taken one after the other, say of the time between them.
///
/// A counter that went back (it never should) gives a rate of 0, and so does a time between that is not positive.
struct LiveRates: Equatable, Sendable {
    /// Each interface, in the order of the later sample.
    var interfaces: [Interface] = []
    /// All interfaces together.
    var total = Interface()
    /// Each ring, in the order of the later sample.
    var rings: [Ring] = []
    /// Flows created a second.
    var flowsPerSecond: UInt64 = 0
    /// Objects begun a second.
    var objectsPerSecond: UInt64 = 0
    /// Bytes scanned a second.
    var scannedPerSecond: UInt64 = 0
    /// Processor time used in the time between, in per cent of one processor; nil when it was not asked.
    var cpuPercent: Int?

    /// One interface, each second.
    struct Interface: Equatable, Sendable {
        /// Frames read.
        var framesPerSecond: UInt64 = 0
        /// Bits on the wire, those cut off by a snaplen included.
        var bitsPerSecond: UInt64 = 0
        /// Frames dropped by the kernel or the interface.
        var droppedPerSecond: UInt64 = 0
    }

    /// How full one ring is, and was at most, in per cent of what it can hold: 0 to 100.
    struct Ring: Equatable, Sendable {
        /// Now.
        var depthPercent: Int
        /// At most since the start.
        var highWaterPercent: Int
    }

    /// Before the first sample: nothing is known.
    init() {}

    /// The rates from one sample to a later one. `elapsed` is wall time, `cpuTime` what this process used in it.
    init(
        from earlier: LiveStatistics, to later: LiveStatistics, elapsed: Duration, cpuTime: Duration? = nil
    ) {
        let seconds = Self.seconds(elapsed)
        interfaces = later.interfaces.enumerated().map { index, now in
            // An interface that the earlier sample lacks began from nothing.
            let before = earlier.interfaces.indices.contains(index) ? earlier.interfaces[index] : nil
            return Self.rates(from: before ?? InterfaceStatistics(name: now.name), to: now, seconds)
        }
        for interface in interfaces {
            total.framesPerSecond &+= interface.framesPerSecond
            total.bitsPerSecond &+= interface.bitsPerSecond
            total.droppedPerSecond &+= interface.droppedPerSecond
        }
        rings = later.rings.map {
            Ring(
                depthPercent: Self.percent($0.depth, of: $0.capacity),
                highWaterPercent: Self.percent($0.highWater, of: $0.capacity))
        }
        let (was, now) = (earlier.sensor, later.sensor)
        flowsPerSecond = Self.rate(was.flow.created, now.flow.created, seconds)
        objectsPerSecond = Self.rate(was.application.objects, now.application.objects, seconds)
        scannedPerSecond = Self.rate(was.scan.scanned, now.scan.scanned, seconds)
        if let cpuTime, seconds > 0 {
            cpuPercent = Int(min(1e6, max(0, Self.seconds(cpuTime) / seconds * 100)).rounded())
        }
    }

    private static func rates(
        from before: InterfaceStatistics, to now: InterfaceStatistics, _ seconds: Double
    ) -> Interface {
        let bytes = rate(
            before.bytes &+ before.bytesSnapped, now.bytes &+ now.bytesSnapped, seconds)
        return Interface(
            framesPerSecond: rate(before.frames, now.frames, seconds), bitsPerSecond: bytes &* 8,
            droppedPerSecond: rate(
                before.droppedByKernel &+ before.droppedByInterface,
                now.droppedByKernel &+ now.droppedByInterface, seconds))
    }

    private static func rate(_ before: UInt64, _ now: UInt64, _ seconds: Double) -> UInt64 {
        guard now > before, seconds > 0 else { return 0 }
        // Bounded, so that neither the conversion nor eight times the result can overflow.
        return UInt64(min(1e17, (Double(now - before) / seconds).rounded()))
    }

    /// A share in per cent, 0 to 100; 0 of nothing.
    static func percent(_ part: Int, of whole: Int) -> Int {
        guard part > 0, whole > 0 else { return 0 }
        return Int((min(1, Double(part) / Double(whole)) * 100).rounded())
    }

    private static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
