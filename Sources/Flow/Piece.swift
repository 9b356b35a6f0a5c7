import NetTypes

/// Bytes that came before their turn: what is visible of one segment or fragment after overlaps were resolved.
struct Piece: Equatable {
    /// The offsets that this piece contributes.
    var visible: Range<UInt64>
    /// The offsets of the whole segment or fragment as it came; overlap policies look at these.
    let origin: Range<UInt64>
    /// All bytes of the origin. Shared, not copied, when a piece is split.
    let bytes: [UInt8]
    /// True when its checksum was wrong and its sender's had been right before: a copy that is right wins, and it
    /// is delivered only when the receiver acknowledges these bytes without another copy having come.
    var isDoubtful = false
    /// Number of the frame that brought it.
    let frame: UInt64
    /// Capture time of that frame.
    let timestamp: Timestamp

    /// What keeping a piece costs beside its bytes: the piece itself and the array's header.
    static let overhead = 112

    /// Bytes of memory that this piece is charged with. A split piece is charged twice for its bytes, which errs
    /// on the safe side.
    var cost: Int { bytes.count + Self.overhead }

    /// The indices of `bytes` for a range of offsets inside the origin.
    func indices(_ range: Range<UInt64>) -> Range<Int> {
        Int(range.lowerBound - origin.lowerBound)..<Int(range.upperBound - origin.lowerBound)
    }

    /// The same piece with less to show.
    func showing(_ range: Range<UInt64>) -> Piece {
        var piece = self
        piece.visible = range
        return piece
    }
}
