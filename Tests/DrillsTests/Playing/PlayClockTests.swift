import NetTypes
import Testing

@testable import Drills

@Suite("The clock of a drill that is played")
struct PlayClockTests {
    private let start = TestDrill.start

    private func clock(_ speed: Double) -> PlayClock {
        PlayClock(start: start, speed: speed) { TestDrill.start }
    }

    private func at(_ seconds: Int64) -> Timestamp { start.advanced(by: seconds * 1_000_000_000) }

    @Test("As fast as possible nothing waits, and what was played is known")
    func unpaced() {
        let clock = clock(0)
        #expect(clock.isOpen(at(5)) && clock.isOpen(at(3600)))
        #expect(clock.played == 3_600_000_000_000)
    }

    @Test("At a pace a frame waits for its time, and one of the past does not")
    func paced() {
        let clock = clock(1)
        #expect(clock.isOpen(start) && !clock.isOpen(at(3600)) && clock.isOpen(at(-5)))
        #expect(clock.wait(for: start.advanced(by: 30_000_000)))
        #expect(clock.played >= 30_000_000)
    }

    @Test("While it stands still nothing goes on but what was due")
    func paused() {
        let clock = clock(0)
        #expect(clock.isOpen(at(5)))
        clock.pause()
        #expect(clock.isPaused && clock.isOpen(at(5)) && !clock.isOpen(at(6)))
        clock.resume()
        #expect(clock.isOpen(at(6)))
    }

    @Test("It jumps ahead as fast as possible, then goes on at its pace, and never back")
    func seek() {
        let clock = clock(1)
        #expect(clock.isOpen(start) && !clock.isOpen(at(50)))
        #expect(clock.seek(to: 100_000_000_000))
        #expect(clock.isOpen(at(50)) && clock.isOpen(at(99)) && !clock.isOpen(at(200)))
        #expect(clock.isOpen(at(100)))
        #expect(!clock.seek(to: 50_000_000_000))
        let speeds = clock.record.segments.map(\.speed)
        #expect(speeds == [1, 0, 1])
    }

    @Test("Another pace counts from where it is")
    func pace() {
        let clock = clock(1)
        #expect(clock.isOpen(start) && !clock.isOpen(at(3600)))
        clock.change(speed: 0)
        #expect(clock.isOpen(at(3600)))
    }

    @Test("Once it is stopped nothing goes on, at any pace", arguments: [0.0, 1])
    func stopped(speed: Double) {
        let clock = clock(speed)
        clock.stop()
        #expect(!clock.isOpen(start) && !clock.wait(for: at(5)))
    }

    @Test("A pace beyond the limits is the nearest within")
    func limits() {
        #expect(clock(-3).isOpen(at(5)))
        let fast = clock(1e9)
        _ = fast.isOpen(start)
        #expect(fast.record.segments.map(\.speed) == [PlayClock.fastest])
    }

    @Test("Orders are carried out")
    func orders() {
        let clock = clock(0)
        #expect(DrillOrder(number: 1, action: .pause).carryOut(clock) && clock.isPaused)
        #expect(DrillOrder(number: 2, action: .resume).carryOut(clock) && !clock.isPaused)
        #expect(!DrillOrder(number: 3, action: .seek, value: -.infinity).carryOut(clock))
        #expect(DrillOrder(number: 4, action: .seek, value: 1e300).carryOut(clock))
        #expect(DrillOrder(number: 5, action: .stop).carryOut(clock) && !clock.isOpen(start))
    }
}
