import NetTypes

/// A datagram in pieces.
struct FragmentedDatagram {
    var pieces = PieceQueue()
    /// Position in the order of arrival.
    let ordinal: UInt64
    let start: Timestamp
    let firstFrame: UInt64
    /// The IP header of the piece at offset 0, once it has come. Owned.
    var header: [UInt8]?
    /// What the piece at offset 0 says the datagram carries.
    var transport = TransportProtocol(rawValue: 0)
    /// Length of the payload, once the last piece has come.
    var length: UInt64?
    /// Bytes of all frames on the wire.
    var wireBytes = 0
    /// Pieces received.
    var fragments: UInt64 = 0

    /// True when every byte is there.
    var isWhole: Bool {
        guard header != nil, let length else { return false }
        return pieces.visibleBytes == length && pieces.lowerBound ?? 0 == 0
    }

    /// Bytes of memory charged for it.
    var cost: Int { pieces.cost + Self.overhead + (header?.count ?? 0) }

    /// What a waiting datagram costs beside its pieces.
    static let overhead = 320
}
