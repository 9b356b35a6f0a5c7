/// How a night compares with those before it.
public struct NightChange: Hashable, Sendable {
    /// What is compared.
    public var measure: NightMeasure
    /// How much it was in this night.
    public var value: UInt64
    /// How much it is otherwise: the median of the nights before, of two in the middle the mean.
    public var usual: UInt64
    /// How many nights before there are.
    public var nights: Int

    /// What became of it, in a word.
    public enum Kind: String, Sendable {
        /// There is nothing to compare with.
        case unknown
        /// It is much as it was: less than half more, and not half gone.
        case asUsual = "as_usual"
        /// It is more by a half or more.
        case more
        /// It is at most half.
        case less
        /// It was nothing in most nights before, and is something now.
        case new
        /// It was something, and is nothing now.
        case gone
    }

    /// Compares a night with those before it.
    init(_ measure: NightMeasure, _ night: NightSummary, before nights: [NightSummary]) {
        self.measure = measure
        self.nights = nights.count
        value = measure.value(in: night)
        let values = nights.map { measure.value(in: $0) }.sorted()
        guard let last = values.last else {
            usual = 0
            return
        }
        let middle = values.count / 2
        let (low, high) = (
            values[max(0, (values.count - 1) / 2)], middle < values.count ? values[middle] : last
        )
        usual = low + (high - low) / 2
    }

    /// What became of it.
    public var kind: Kind {
        if nights == 0 { return .unknown }
        if value == usual { return .asUsual }
        if usual == 0 { return .new }
        if value == 0 { return .gone }
        if value > usual, value - usual >= usual / 2 + usual % 2 { return .more }
        return value <= usual / 2 ? .less : .asUsual
    }

    /// How many times as much as otherwise, in tenths; nil where that is nothing.
    public var tenths: UInt64? {
        if usual == 0 { return nil }
        let (high, low) = value.multipliedFullWidth(by: 10)
        return high >= usual ? .max : usual.dividingFullWidth((high, low)).quotient
    }
}
