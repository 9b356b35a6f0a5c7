import NetTypes
import Testing

@testable import Capture

struct CaptureClockTests {
    @Test(
        "Ticks become nanoseconds for every power of ten and of two",
        arguments: [
            (UInt8(6), UInt64(1_700_000_000_123_456), Int64(1_700_000_000_123_456_000)),
            (0, 1_700_000_000, 1_700_000_000_000_000_000), (3, 1_700_000_000_001, 1_700_000_000_001_000_000),
            (9, 1_700_000_000_000_000_001, 1_700_000_000_000_000_001), (12, 1_700_000_000_999, 1_700_000_000),
            (19, .max, 1_844_674_407), (20, .max, 184_467_440), (28, .max, 1), (29, .max, 0), (127, .max, 0),
            (0x80, 5, 5_000_000_000), (0x81, 3, 1_500_000_000), (0x8a, 1024 + 512, 1_500_000_000),
            (0xa0, 1 << 32 | 1 << 31, 1_500_000_000), (0xbf, .max, 1_999_999_999), (0xff, .max, 0),
            (0, .max, .max), (0x80, .max, .max), (6, .max, .max), (9, .max, .max),
        ])
    func resolutions(resolution: UInt8, ticks: UInt64, nanoseconds: Int64) {
        var clock = CaptureClock()
        clock.setResolution(resolution)
        #expect(clock.timestamp(ticks: ticks).nanoseconds == nanoseconds)
    }

    @Test(
        "An offset moves a timestamp by seconds, and one that is out of range is clamped",
        arguments: [
            (Int64(1_700_000_000), UInt64(5), Int64(1_700_000_000_000_005_000)), (-1, 0, -1_000_000_000),
            (.max, .max, .max), (.min, 0, .min), (.min, .max, .min),
        ])
    func offsets(offset: Int64, ticks: UInt64, nanoseconds: Int64) {
        var clock = CaptureClock()
        clock.offset = offset
        #expect(clock.timestamp(ticks: ticks).nanoseconds == nanoseconds)
    }
}
