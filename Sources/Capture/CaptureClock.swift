import NetTypes

/// How the timestamps of a pcapng interface count: 64-bit ticks of a resolution, from an offset.
struct CaptureClock: Equatable {
    /// Seconds added to every timestamp (if_tsoffset).
    var offset: Int64 = 0
    /// Nanoseconds of a tick are `multiplier / divisor`, a further `shift` bits to the right.
    private var multiplier: UInt64 = 1000
    private var divisor: UInt64 = 1
    private var shift: UInt8 = 0

    /// Microseconds since the epoch, as holds for an interface that does not say otherwise.
    init() {}

    /// Takes over if_tsresol: a negative power of 10, or of 2 when the top bit is set.
    mutating func setResolution(_ value: UInt8) {
        let exponent = value & 0x7f
        (multiplier, divisor, shift) = (1, 1, 0)
        if value & 0x80 != 0 {
            multiplier = 1_000_000_000
            shift = exponent
        } else if exponent <= 9 {
            multiplier = Self.powerOfTen(9 - exponent)
        } else if exponent <= 9 + 19 {
            divisor = Self.powerOfTen(exponent - 9)
        } else {
            // 2^64 ticks of 10^-29 seconds are less than a nanosecond.
            multiplier = 0
        }
    }

    /// The point in time of a tick count, clamped to what a `Timestamp` can say.
    func timestamp(ticks: UInt64) -> Timestamp {
        let (scaled, overflow) = ticks.multipliedReportingOverflow(by: multiplier)
        if !overflow, shift == 0, offset == 0 {
            return Timestamp(nanoseconds: Int64(clamping: scaled / divisor))
        }
        // No product of 64-bit numbers overflows 128 bits, and the offset's is below 2^94.
        let nanoseconds = (UInt128(ticks) * UInt128(multiplier) / UInt128(divisor)) >> UInt128(shift)
        let sum = Int128(nanoseconds) + Int128(offset) * 1_000_000_000
        return Timestamp(nanoseconds: Int64(clamping: sum))
    }

    private static func powerOfTen(_ exponent: UInt8) -> UInt64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
