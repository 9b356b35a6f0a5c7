import NetTypes
import Testing

@Suite struct TimestampTests {
    @Test(
        "Text is RFC 3339 in UTC with microseconds",
        arguments: [
            (0, 0, "1970-01-01T00:00:00.000000+0000"),
            (1_795_482_000, 123_456, "2026-11-24T01:00:00.000123+0000"),
            (951_782_399, 999_999_999, "2000-02-28T23:59:59.999999+0000"),
            (951_782_400, 0, "2000-02-29T00:00:00.000000+0000"),
            (951_868_800, 0, "2000-03-01T00:00:00.000000+0000"),
            (4_107_542_400, 0, "2100-03-01T00:00:00.000000+0000"),
            (4_107_456_000, 0, "2100-02-28T00:00:00.000000+0000"),
            (1_735_689_599, 0, "2024-12-31T23:59:59.000000+0000"),
            (-1, 0, "1969-12-31T23:59:59.000000+0000"),
            (0, -1000, "1969-12-31T23:59:59.999999+0000"),
            (-2_208_988_800, 0, "1900-01-01T00:00:00.000000+0000"),
        ] as [(Int64, Int64, String)])
    func text(seconds: Int64, nanoseconds: Int64, expected: String) {
        #expect(Timestamp(seconds: seconds, nanoseconds: nanoseconds).description == expected)
    }

    @Test func `The ends of the range have a text`() {
        #expect(Timestamp(nanoseconds: .max).description == "2262-04-11T23:47:16.854775+0000")
        #expect(Timestamp(nanoseconds: .min).description == "1677-09-21T00:12:43.145224+0000")
    }

    @Test func `Seconds out of range are clamped to the nearer end`() {
        #expect(Timestamp(seconds: .max, nanoseconds: 0).nanoseconds == .max)
        #expect(Timestamp(seconds: .min, nanoseconds: 0).nanoseconds == .min)
        #expect(Timestamp(seconds: 9_223_372_036, nanoseconds: .max).nanoseconds == .max)
    }

    @Test func `Moving and measuring are clamped, not wrapped`() {
        let late = Timestamp(nanoseconds: .max)
        let early = Timestamp(nanoseconds: .min)
        #expect(late.advanced(by: 1) == late)
        #expect(early.advanced(by: -1) == early)
        #expect(late.nanoseconds(since: early) == .max)
        #expect(early.nanoseconds(since: late) == .min)
        #expect(Timestamp.zero.advanced(by: 5).nanoseconds(since: .zero) == 5)
    }

    @Test func `Earlier is less`() {
        #expect(Timestamp(nanoseconds: -1) < .zero)
        #expect(!(Timestamp.zero < .zero))
    }
}
