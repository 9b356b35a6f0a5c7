import NetTypes

/// Puts replacements in the place of originals, in headers and payload.
struct Anonymiser {
    private let originals: Originals

    /// An anonymiser of these.
    init(_ originals: Originals) {
        self.originals = originals
    }

    /// The frames with everything replaced; as many, in the same order, each as long as it was.
    func frames(_ frames: [SliceFrame], _ map: PayloadMap) -> [SliceFrame] {
        let rewriter = originals.rewriter
        var edits = Array(repeating: [PayloadEdit](), count: map.carriers.count)
        PayloadSearch(originals).edits(in: map) { carrier, _, edit in edits[carrier].append(edit) }
        for index in frames.count..<map.carriers.count {
            share(map.carriers[index], map, rewriter, &edits, own: edits[index])
        }
        return frames.enumerated().map { index, frame in
            var new = frame
            rewriter.rewrite(
                &new.bytes, frame.header, edits: edits[index], isPiece: map.carriers[index].isPiece)
            return new
        }
    }

    /// Rewrites a datagram as a whole and gives each of its pieces what it carries. A piece that differs from the
    /// datagram (where fragments overlap) goes without, and the search that follows looks at it.
    private func share(
        _ datagram: PayloadCarrier, _ map: PayloadMap, _ rewriter: FrameRewriter,
        _ edits: inout [[PayloadEdit]], own: [PayloadEdit]
    ) {
        var new = datagram.bytes
        rewriter.rewrite(&new, datagram.header, edits: own, isPiece: false)
        for piece in datagram.pieces {
            let start = datagram.headerLength + piece.offset
            let count = min(piece.range.count, new.count - start)
            guard count > 0 else { continue }
            let old = datagram.bytes[start..<start + count]
            let here = piece.range.lowerBound..<piece.range.lowerBound + count
            guard old.elementsEqual(map.carriers[piece.frame].bytes[here]) else { continue }
            edits[piece.frame].append(
                PayloadEdit(offset: here.lowerBound, bytes: Array(new[start..<start + count])))
        }
    }
}
