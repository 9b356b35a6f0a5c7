import NetTypes
import Testing

@testable import Drills

/// When frames are due, and how far from that they were.
@Suite struct SendingPlanTests {
    private func due(_ milliseconds: [Int64], speed: Double) -> [Int64] {
        var plan = SendingPlan(speed: speed)
        return milliseconds.map { plan.due(Timestamp(nanoseconds: $0 * 1_000_000)) / 1_000_000 }
    }

    @Test("Times are counted from the first frame, at any speed")
    func speeds() {
        #expect(due([1000, 1010, 1500, 4000], speed: 1) == [0, 10, 500, 3000])
        #expect(due([1000, 1010, 1500, 4000], speed: 10) == [0, 1, 50, 300])
        #expect(due([1000, 1010, 1500, 4000], speed: 0.5) == [0, 20, 1000, 6000])
        #expect(due([1000, 1010, 1500, 4000], speed: 0) == [0, 0, 0, 0])
    }

    @Test("Nothing adds up over many frames")
    func drift() {
        var plan = SendingPlan(speed: 3)
        var last: Int64 = 0
        for number in 0...1_000_000 { last = plan.due(Timestamp(nanoseconds: Int64(number) * 1_000)) }
        #expect(last == 333_333_333)
    }

    @Test("Frames that changed places are sent at once, and those after them as if they had not")
    func disorder() {
        #expect(due([0, 10, 9, 11, 500, 400, 600], speed: 1) == [0, 10, 10, 11, 500, 500, 600])
    }

    @Test("Where the clock of the capture was set back, it goes on from there")
    func setBack() {
        #expect(
            due([10_000, 10_100, 2_000, 2_050, 1_900, 3_000], speed: 1) == [0, 100, 100, 150, 150, 1_100])
    }

    @Test("Times at the ends of their range are no trap")
    func extremes() {
        var plan = SendingPlan(speed: 0.001)
        #expect(plan.due(Timestamp(nanoseconds: .min)) == 0)
        #expect(plan.due(Timestamp(nanoseconds: .max)) == .max / 2)
        #expect(plan.due(Timestamp(nanoseconds: .min)) == .max / 2)
        #expect(plan.due(Timestamp(nanoseconds: .max)) == .max / 2)
    }

    @Test("Percentiles are right to an eighth, and never above the largest")
    func percentiles() {
        var histogram = LatenessHistogram()
        #expect(histogram.percentile(99) == 0)
        for number in 1...1000 { histogram.record(UInt64(number) * 1000) }
        #expect((500_000...562_500).contains(histogram.percentile(50)))
        #expect((990_000...1_000_000).contains(histogram.percentile(99)))
        #expect(histogram.percentile(100) == 1_000_000)
        #expect(histogram.largest == 1_000_000)
        histogram.record(.max)
        histogram.record(0)
        #expect(histogram.percentile(100) == .max)
        #expect(histogram.percentile(0) == 0)
    }

    @Test("Each number lies in its step", arguments: [0, 1, 7, 8, 9, 15, 16, 17, 1023, 1024, 1_000_003])
    func steps(number: UInt64) {
        var histogram = LatenessHistogram()
        histogram.record(number)
        histogram.record(.max)
        let upper = histogram.percentile(50)
        #expect(upper >= number)
        #expect(upper <= number + number / 8)
    }
}
