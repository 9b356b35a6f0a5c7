import NetTypes
import Testing

@testable import Sensor

@Suite("Capture time of a source")
struct CaptureTimeTests {
    private static func seconds(_ count: Int64) -> Timestamp { Timestamp(seconds: count, nanoseconds: 0) }

    @Test("Timeouts are looked at with the first frame, then once a second, and time never goes back")
    func sweeps() {
        var time = CaptureTime(followsClock: false)
        let due = [100, 100, 101, 101, 90, 103].map { time.advance(to: Self.seconds($0)) }
        #expect(due == [true, false, true, false, false, true])
        #expect(time.now == Self.seconds(103))
        #expect(time.regressions == 1)
    }

    @Test("After a clock was set back time goes on from where it was, second by second")
    func setBack() {
        var time = CaptureTime(followsClock: true)
        _ = time.advance(to: Self.seconds(10_000))
        let due = (0..<5).map { time.advance(to: Self.seconds(6_400 + $0)) }
        #expect(due == [false, true, true, true, true])
        #expect(time.now == Self.seconds(10_004))
        // And forward again: the clock is right, and is believed.
        let isDue = time.advance(to: Self.seconds(10_010))
        #expect(isDue)
        #expect(time.now == Self.seconds(10_010))
    }

    @Test("Frames of an interface that are a little out of order do not move it")
    func outOfOrder() {
        var time = CaptureTime(followsClock: true)
        _ = time.advance(to: Self.seconds(100))
        let early = time.advance(to: Self.seconds(99))
        #expect(!early)
        #expect(time.now == Self.seconds(100))
        let late = time.advance(to: Self.seconds(101))
        #expect(late)
        #expect(time.now == Self.seconds(101))
    }
}
