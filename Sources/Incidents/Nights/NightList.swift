/// The first of many things, with how many there are and what they come to.
public struct NightList<Element: Hashable & Sendable>: Hashable, Sendable {
    /// Those that are named, in their order.
    public var shown: [Element]
    /// How many there are, named or not.
    public var count: UInt64
    /// What the values of all of them come to; where they have none, how many there are.
    public var sum: UInt64

    /// A list from its parts; it never counts fewer than it names.
    public init(_ shown: [Element] = [], count: UInt64, sum: UInt64? = nil) {
        self.shown = shown
        self.count = max(count, UInt64(shown.count))
        self.sum = sum ?? self.count
    }

    /// How many are not named.
    public var more: UInt64 { count - UInt64(shown.count) }

    /// True where there is nothing.
    public var isEmpty: Bool { count == 0 }
}
