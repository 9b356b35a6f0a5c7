/// How far times were from where they should have been, counted in steps of an eighth: bounded, however many there are.
struct LatenessHistogram {
    private static let steps = 8
    private var counts = [UInt64](repeating: 0, count: 64 * steps)
    /// How many were counted.
    private(set) var count: UInt64 = 0
    /// The largest, in nanoseconds.
    private(set) var largest: UInt64 = 0

    /// Counts one, in nanoseconds.
    mutating func record(_ nanoseconds: UInt64) {
        counts[Self.place(nanoseconds)] += 1
        count += 1
        largest = max(largest, nanoseconds)
    }

    /// The nanoseconds that so many hundredths (0 to 100) of all are not above, rounded up by an eighth at most and
    /// never above the largest; 0 when nothing was counted.
    func percentile(_ hundredths: Int) -> UInt64 {
        let (product, overflow) = count.multipliedReportingOverflow(by: UInt64(min(max(hundredths, 0), 100)))
        let wanted = overflow ? count : (product + 99) / 100
        var sum: UInt64 = 0
        for (place, number) in counts.enumerated() {
            sum += number
            if sum >= wanted, sum > 0 { return min(Self.upperEnd(place), largest) }
        }
        return largest
    }

    /// Numbers below the steps have a place each; above, each power of two has as many places as there are steps.
    private static func place(_ number: UInt64) -> Int {
        guard number >= UInt64(steps) else { return Int(number) }
        let exponent = 63 - number.leadingZeroBitCount
        return (exponent - 2) * steps + Int(number >> UInt64(exponent - 3)) - steps
    }

    private static func upperEnd(_ place: Int) -> UInt64 {
        guard place >= steps else { return UInt64(place) }
        let exponent = place / steps + 2
        let mantissa = UInt64(place % steps + steps)
        return (mantissa &+ 1) &<< UInt64(exponent - 3) &- 1
    }
}
