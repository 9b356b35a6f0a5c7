import NetTypes

/// Two hosts, in no order. All that they say to each other is taken out of a capture together: fragments, and the
/// connections that others announce.
struct HostPair: Hashable, Sendable {
    let low: IPAddress
    let high: IPAddress

    /// A pair in any order.
    init(_ one: IPAddress, _ other: IPAddress) {
        (low, high) = other < one ? (other, one) : (one, other)
    }
}
