import NetTypes

/// Pieces of one stream or datagram that wait for what comes before them: sorted, disjoint, overlaps resolved.
///
/// Taking from the front is constant time, so that draining a long queue is not quadratic; adding is a binary
/// search, and appending, the common case, moves nothing.
struct PieceQueue {
    private var pieces: [Piece] = []
    private var head = 0
    /// Bytes of memory charged for all pieces.
    private(set) var cost = 0
    /// Bytes visible in all pieces.
    private(set) var visibleBytes: UInt64 = 0

    /// What adding a piece did, in bytes.
    struct Addition: Equatable {
        /// Bytes of the new piece that are visible now.
        var kept: UInt64 = 0
        /// Bytes of earlier pieces that the new one took the place of.
        var displaced: UInt64 = 0
        /// True when the new piece covers bytes that were there before.
        var overlapped = false
        /// True when some of those bytes differ.
        var conflicted = false
    }

    var isEmpty: Bool { head == pieces.count }
    var count: Int { pieces.count - head }
    /// The offset of the first visible byte; nil when empty.
    var lowerBound: UInt64? { isEmpty ? nil : pieces[head].visible.lowerBound }
    /// The first piece's end, when it is doubtful; nil when it is not, or there is none.
    var doubtfulEnd: UInt64? { !isEmpty && pieces[head].isDoubtful ? pieces[head].visible.upperBound : nil }
    /// The offset behind the last visible byte; nil when empty.
    var upperBound: UInt64? { isEmpty ? nil : pieces[pieces.count - 1].visible.upperBound }

    /// Takes the first piece.
    mutating func removeFirst() -> Piece? {
        guard !isEmpty else { return nil }
        let piece = pieces[head]
        head += 1
        cost -= piece.cost
        visibleBytes -= UInt64(piece.visible.count)
        if head == pieces.count {
            pieces.removeAll(keepingCapacity: head <= 64)
            head = 0
        } else if head >= 64, head * 2 >= pieces.count {
            pieces.removeFirst(head)
            head = 0
        }
        return piece
    }

    /// Adds a piece, giving each byte that others cover too to the copy that `policy` prefers.
    mutating func add(_ new: Piece, policy: OverlapPolicy) -> Addition {
        let range = new.origin
        let first = index(endingAfter: range.lowerBound)
        var last = first
        while last < pieces.count, pieces[last].visible.lowerBound < range.upperBound { last += 1 }
        if first == last {
            pieces.insert(new, at: first)
            cost += new.cost
            visibleBytes += UInt64(range.count)
            return Addition(kept: UInt64(range.count))
        }
        return resolve(new, over: first..<last, policy)
    }

    /// The first piece that ends after `offset`.
    private func index(endingAfter offset: UInt64) -> Int {
        var low = head
        var high = pieces.count
        if high > low, pieces[high - 1].visible.upperBound <= offset { return high }
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].visible.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func resolve(_ new: Piece, over slice: Range<Int>, _ policy: OverlapPolicy) -> Addition {
        let range = new.origin
        var result = Addition(overlapped: true)
        var replacement: [Piece] = []
        var tail: Piece?
        var cursor = range.lowerBound
        for earlier in pieces[slice] {
            let shared = earlier.visible.clamped(to: range)
            result.conflicted = result.conflicted || Self.differ(earlier, new, shared)
            if Self.wins(new, over: earlier, policy) {
                result.displaced += UInt64(shared.count)
                if earlier.visible.lowerBound < range.lowerBound {
                    replacement.append(earlier.showing(earlier.visible.lowerBound..<range.lowerBound))
                }
                if earlier.visible.upperBound > range.upperBound {
                    tail = earlier.showing(range.upperBound..<earlier.visible.upperBound)
                }
            } else {
                if cursor < earlier.visible.lowerBound {
                    replacement.append(new.showing(cursor..<earlier.visible.lowerBound))
                    result.kept += earlier.visible.lowerBound - cursor
                }
                replacement.append(earlier)
                cursor = max(cursor, earlier.visible.upperBound)
            }
        }
        if cursor < range.upperBound {
            replacement.append(new.showing(cursor..<range.upperBound))
            result.kept += range.upperBound - cursor
        }
        if let tail { replacement.append(tail) }
        cost += replacement.reduce(0) { $0 + $1.cost } - pieces[slice].reduce(0) { $0 + $1.cost }
        visibleBytes += result.kept
        visibleBytes -= result.displaced
        pieces.replaceSubrange(slice, with: replacement)
        return result
    }

    private static func wins(_ new: Piece, over earlier: Piece, _ policy: OverlapPolicy) -> Bool {
        new.isDoubtful == earlier.isDoubtful
            ? policy.laterWins(earlier: earlier.origin, later: new.origin) : earlier.isDoubtful
    }

    private static func differ(_ one: Piece, _ other: Piece, _ shared: Range<UInt64>) -> Bool {
        !one.bytes[one.indices(shared)].elementsEqual(other.bytes[other.indices(shared)])
    }
}
