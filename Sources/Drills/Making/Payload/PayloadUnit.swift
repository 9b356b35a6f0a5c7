import NetTypes

/// Bytes that belong together: one direction of a connection, or a datagram. They lie in pieces of carriers, some of
/// them more than once.
struct PayloadUnit {
    /// Bytes of one carrier.
    struct Piece {
        /// The carrier, by its place.
        let carrier: Int
        /// Where they lie in it.
        let range: Range<Int>
        /// Where they lie in the unit.
        let offset: Int64
    }

    /// Bytes without a gap.
    struct Run {
        /// Where they begin in the unit.
        let start: Int64
        /// The bytes, as the first carrier of each had them.
        var bytes: [UInt8]
        /// One past the last of them.
        var end: Int64 { start + Int64(bytes.count) }
    }

    /// The flow; nil where that could not be told.
    let flow: FlowKey?
    /// True for one direction of a connection, false for a datagram.
    let isStream: Bool
    /// The pieces, by where they begin, then by carrier.
    private(set) var pieces: [Piece] = []
    /// What they make up, in order.
    private(set) var runs: [Run] = []

    /// A unit without bytes.
    init(flow: FlowKey?, isStream: Bool) {
        self.flow = flow
        self.isStream = isStream
    }

    /// Adds a piece.
    mutating func add(_ piece: Piece) {
        if !piece.range.isEmpty { pieces.append(piece) }
    }

    /// Puts the pieces together, once all are here.
    mutating func assemble(_ carriers: [PayloadCarrier]) {
        pieces.sort { $0.offset != $1.offset ? $0.offset < $1.offset : $0.carrier < $1.carrier }
        for piece in pieces {
            let bytes = carriers[piece.carrier].bytes[piece.range]
            guard let last = runs.indices.last, runs[last].end >= piece.offset else {
                runs.append(Run(start: piece.offset, bytes: Array(bytes)))
                continue
            }
            let known = Int(runs[last].end - piece.offset)
            if known < bytes.count { runs[last].bytes += bytes.dropFirst(known) }
        }
    }

    /// The place of the run that holds a piece.
    func run(of piece: Piece) -> Int? {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].end <= piece.offset { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].start <= piece.offset ? low : nil
    }
}
