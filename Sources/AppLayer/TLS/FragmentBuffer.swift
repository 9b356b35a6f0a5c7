/// Bytes that come in any order and more than once, put together from the start. What came first stays. It keeps what
/// came and no holes, so that a small fragment at a far place takes little memory.
struct FragmentBuffer {
    /// A run of bytes behind a hole.
    private struct Piece {
        let start: Int
        let bytes: ArraySlice<UInt8>
        var end: Int { start + bytes.count }
    }

    /// What came from the start on without a hole.
    private var whole: [UInt8] = []
    /// The rest, in order, without overlaps.
    private var pieces: [Piece] = []
    private let limit: Int

    /// Pieces at a time; the largest message in the order of its fragments reversed has about a hundred.
    static let mostPieces = 128

    init(limit: Int) {
        self.limit = limit
    }

    /// Bytes from the start on without a hole.
    var contiguous: Int { whole.count }

    /// The bytes between two places, both at most `contiguous`.
    func slice(from start: Int, to end: Int) -> ArraySlice<UInt8> {
        guard start >= 0, start <= end, end <= whole.count else { return [] }
        return whole[start..<end]
    }

    /// Puts bytes at a place; false when some are beyond the limit or there are too many holes, and are not kept.
    mutating func insert(_ part: ArraySlice<UInt8>, at offset: Int) -> Bool {
        guard offset >= 0, offset <= limit, part.count <= limit - offset else { return false }
        let end = offset + part.count
        var place = max(offset, whole.count)
        while place < end {
            // What is there may become part of the whole as holes close, so the next piece is looked for anew.
            let next = pieces.firstIndex { $0.end > place } ?? pieces.count
            if next < pieces.count, pieces[next].start <= place {
                place = pieces[next].end
                continue
            }
            let stop = next < pieces.count ? min(end, pieces[next].start) : end
            let bytes = part.dropFirst(place - offset).prefix(stop - place)
            if place == whole.count {
                whole += bytes
                absorb()
            } else {
                guard pieces.count < Self.mostPieces else { return false }
                pieces.insert(Piece(start: place, bytes: Array(bytes)[...]), at: next)
            }
            place = max(stop, whole.count)
        }
        return true
    }

    /// Moves the pieces that no hole is in front of any more.
    private mutating func absorb() {
        var count = 0
        while count < pieces.count, pieces[count].start == whole.count {
            whole += pieces[count].bytes
            count += 1
        }
        pieces.removeFirst(count)
    }
}
