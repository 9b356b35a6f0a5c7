import NetTypes
import Testing

@testable import Drills

@Suite("When what was played")
struct RunClockTests {
    /// Twice as fast from 1,000 s on the wall; paused at 20 s of the drill for a minute; then as captured; at 30 s a jump to
    /// 90 s, which took two seconds.
    private var clock: RunClock {
        var clock = RunClock()
        func add(_ played: Int64, _ wall: Int64, _ speed: Double, isPaused: Bool = false) {
            clock.append(
                RunClock.Segment(
                    played: played * 1_000_000_000, wall: wall * 1_000_000_000, speed: speed,
                    isPaused: isPaused))
        }
        add(0, 1000, 2)
        add(20, 1010, 2, isPaused: true)
        add(20, 1070, 1)
        add(30, 1080, 0)
        add(90, 1082, 1)
        return clock
    }

    @Test(
        "The way to the wall",
        arguments: [(0, 1000), (10, 1005), (20, 1070), (25, 1075), (60, 1080), (90, 1082), (95, 1087)])
    func wall(played: Int64, wall: Int64) {
        #expect(clock.wall(at: played * 1_000_000_000)?.nanoseconds == wall * 1_000_000_000)
    }

    @Test("The way back", arguments: [(1000, 0), (1005, 10), (1040, 20), (1075, 25), (1087, 95), (990, -20)])
    func played(wall: Int64, played: Int64) {
        #expect(clock.played(at: Timestamp(nanoseconds: wall * 1_000_000_000)) == played * 1_000_000_000)
    }

    @Test("Nothing played has no time")
    func empty() {
        #expect(RunClock().wall(at: 5) == nil && RunClock().played(at: .zero) == nil)
    }

    @Test("Times out of range do not trap")
    func extremes() {
        #expect(clock.wall(at: .max) != nil && clock.wall(at: .min) != nil)
        #expect(clock.played(at: Timestamp(nanoseconds: .max)) != nil)
        #expect(clock.played(at: Timestamp(nanoseconds: .min)) != nil)
    }
}
