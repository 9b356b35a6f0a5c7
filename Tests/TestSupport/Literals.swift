import NetTypes

extension IPAddress {
    /// An address that a test wrote down; the test is wrong when it is none.
    public static func literal(_ text: String) -> IPAddress {
        guard let address = IPAddress(text) else { preconditionFailure("\(text) is no address") }
        return address
    }
}

extension Timestamp {
    /// When made-up traffic begins unless it says otherwise: 2026-11-24T01:00:00Z, eight in the morning in Hanoi.
    public static let scene = Timestamp(seconds: 1_795_482_000, nanoseconds: 0)
}
