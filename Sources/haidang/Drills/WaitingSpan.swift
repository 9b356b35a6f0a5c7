import ArgumentParser

/// A span of time on the command line: a whole number and `ms`, `s`, `m` or `h`, at most 1,000 hours.
struct WaitingSpan: Equatable, ExpressibleByArgument {
    /// How long it is.
    let duration: Duration

    /// A span from its text; nil when it is none.
    init?(argument text: String) {
        let digits = text.utf8.prefix { (48...57).contains($0) }
        guard let number = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
        let unit: Int64? =
            switch String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self) {
            case "ms": 1
            case "s": 1000
            case "m": 60_000
            case "h": 3_600_000
            default: nil
            }
        guard let unit, number <= 3_600_000_000 / unit else { return nil }
        duration = .milliseconds(number * unit)
    }
}
