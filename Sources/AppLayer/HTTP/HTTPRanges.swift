import NetTypes

/// Puts range responses of one connection together (RFC 9110 section 14): those that follow each other and are of
/// one resource become an object of the whole when all of it has come.
final class HTTPRanges {
    private var object: ObjectID?
    private var name = ""
    private var total: UInt64 = 0
    /// What was written: disjoint ranges in order.
    private var covered = ByteCoverage(limit: mostHoles)

    /// Ranges with holes between them that are kept track of; clients ask for them in order, or a few at a time.
    private static let mostHoles = 256

    /// Takes bytes of a range, from a position in it on.
    func write(
        _ bytes: Span<UInt8>, at position: UInt64, _ range: HTTPContentRange,
        _ description: ObjectDescription,
        _ output: ParserOutput
    ) {
        guard let total = range.total, !range.isWhole else { return }
        if object != nil, description.name != name || total != self.total { end(output) }
        if object == nil {
            object = output.begin(description)
            (name, self.total) = (description.name, total)
        }
        let offset = range.first &+ position
        // What a server sends beyond the range that it named is no part of the whole.
        guard let object, position <= range.last - range.first else { return }
        let room = range.last - range.first + 1 - position
        let piece = bytes.extracting(first: Int(min(UInt64(bytes.count), room)))
        output.write(piece, at: offset, to: object)
        if !covered.add(offset..<offset + UInt64(piece.count)) {
            output.note(.httpLimit)
            end(output)
        }
    }

    /// A range has ended; the object ends with it when it is whole.
    func rangeEnded(_ range: HTTPContentRange, _ output: ParserOutput) {
        guard let object, covered.ranges == [0..<total] else { return }
        output.end(object, nil)
        forget()
    }

    /// Nothing more follows. What is not whole was reported range by range already, so it goes; only where it has
    /// holes its bytes can no longer be told apart from zeros, and it ends as a part.
    func end(_ output: ParserOutput) {
        guard let object else { return }
        if covered.isContiguous {
            output.cancel(object)
        } else {
            output.end(object, .range)
        }
        forget()
    }

    private func forget() {
        object = nil
        name = ""
        covered = ByteCoverage(limit: Self.mostHoles)
    }
}
