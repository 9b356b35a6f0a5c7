extension Duration {
    /// A span from its text: a whole number from 0 and one of `ms`, `s`, `m`, `h`, `d`, without a blank, as in `250ms`.
    /// Nil for anything else, and beyond ten years.
    public init?(span text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits), let unit = Self.milliseconds[String(text.dropFirst(digits.count))]
        else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: unit)
        guard !overflow, product <= Self.longestSpan else { return nil }
        self = .milliseconds(product)
    }

    /// The span as its text, in the largest unit that says it exactly; parts of a millisecond are left out.
    public var spanText: String {
        let milliseconds = nanoseconds / 1_000_000
        for (unit, size) in [("d", Int64(86_400_000)), ("h", 3_600_000), ("m", 60_000), ("s", 1000)]
        where milliseconds != 0 && milliseconds % size == 0 {
            return "\(milliseconds / size)\(unit)"
        }
        return milliseconds == 0 ? "0s" : "\(milliseconds)ms"
    }

    private static let milliseconds: [String: Int64] = [
        "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
    ]
    private static let longestSpan: Int64 = 3653 * 86_400_000
}
