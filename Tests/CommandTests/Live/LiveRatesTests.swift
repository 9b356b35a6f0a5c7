import NetTypes
import Testing

@testable import haidang

/// Two samples and the time between them give rates.
@Suite struct LiveRatesTests {
    private static func sample(frames: UInt64, bytes: UInt64, dropped: UInt64 = 0) -> LiveStatistics {
        var all = LiveStatistics()
        var interface = InterfaceStatistics(name: "eth0")
        (interface.frames, interface.bytes, interface.droppedByKernel) = (frames, bytes, dropped)
        all.interfaces = [interface]
        return all
    }

    @Test func `rates are for each second, whatever the time between`() {
        let rates = LiveRates(
            from: Self.sample(frames: 100, bytes: 1000, dropped: 1),
            to: Self.sample(frames: 300, bytes: 3000, dropped: 5), elapsed: .milliseconds(500))
        #expect(rates.interfaces == [.init(framesPerSecond: 400, bitsPerSecond: 32000, droppedPerSecond: 8)])
        #expect(rates.total == rates.interfaces[0])
        #expect(rates.cpuPercent == nil)
    }

    @Test func `drops of the interface and bytes beyond the snaplen count too`() {
        var later = Self.sample(frames: 0, bytes: 10)
        (later.interfaces[0].droppedByInterface, later.interfaces[0].bytesSnapped) = (3, 90)
        let rates = LiveRates(from: Self.sample(frames: 0, bytes: 0), to: later, elapsed: .seconds(1))
        #expect(rates.total.droppedPerSecond == 3)
        #expect(rates.total.bitsPerSecond == 800)
    }

    @Test func `all interfaces are in the total, one that is new from nothing`() {
        var later = Self.sample(frames: 10, bytes: 0)
        later.interfaces.append(later.interfaces[0])
        let rates = LiveRates(from: Self.sample(frames: 4, bytes: 0), to: later, elapsed: .seconds(2))
        #expect(rates.interfaces.map(\.framesPerSecond) == [3, 5])
        #expect(rates.total.framesPerSecond == 8)
    }

    @Test(arguments: [Duration.zero, .seconds(-1)])
    func `no time between, no rate`(elapsed: Duration) {
        let rates = LiveRates(
            from: Self.sample(frames: 0, bytes: 0), to: Self.sample(frames: 9, bytes: 9), elapsed: elapsed,
            cpuTime: .seconds(1))
        #expect(rates.total == .init() && rates.cpuPercent == nil)
    }

    @Test func `a counter that went back, and one that is absurd, do no harm`() {
        let (less, most) = (Self.sample(frames: 1, bytes: 1), Self.sample(frames: .max, bytes: .max))
        #expect(LiveRates(from: most, to: less, elapsed: .seconds(1)).total == .init())
        let rates = LiveRates(from: less, to: most, elapsed: .nanoseconds(1))
        #expect(rates.total.framesPerSecond == 100_000_000_000_000_000)
        #expect(rates.total.bitsPerSecond == 800_000_000_000_000_000)
    }

    @Test func `rings in per cent of their capacity`() {
        var all = LiveStatistics()
        for (depth, highWater, capacity) in [(0, 0, 0), (-1, 5, 10), (1, 200, 3), (.max, .max, .max)] {
            var ring = RingStatistics(interface: 0, worker: 0)
            (ring.depth, ring.highWater, ring.capacity) = (depth, highWater, capacity)
            all.rings.append(ring)
        }
        let rates = LiveRates(from: LiveStatistics(), to: all, elapsed: .seconds(1))
        #expect(rates.rings.map(\.depthPercent) == [0, 0, 33, 100])
        #expect(rates.rings.map(\.highWaterPercent) == [0, 50, 100, 100])
    }

    @Test func `processor time as a share of one processor`() {
        let rates = LiveRates(
            from: LiveStatistics(), to: LiveStatistics(), elapsed: .seconds(2), cpuTime: .seconds(3))
        #expect(rates.cpuPercent == 150)
    }
}
