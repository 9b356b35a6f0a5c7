import NetTypes

/// DNS over TCP: messages with their length in front of them (RFC 1035 section 4.2.2, RFC 7766).
final class DNSStreamParser: StreamParsing {
    private var sides = [Side(), Side()]
    private var count: UInt64 = 0
    private let longest: Int

    /// One direction.
    private struct Side {
        /// The length, then the message, as far as it came.
        var bytes: [UInt8] = []
        /// Bytes of a message that is given up which are still to come.
        var skipped = 0
        /// True when a gap took away where messages begin.
        var isLost = false

        /// Bytes that are needed for what comes next: the length, or the message with it.
        var needed: Int {
            bytes.count < 2 ? 2 : 2 + (Int(bytes[0]) << 8 | Int(bytes[1]))
        }
    }

    /// Messages are never longer than 64 KiB; they are kept whole up to `largestHeader`.
    init(_ configuration: AppLayerConfiguration) {
        longest = configuration.largestHeader
    }

    func take(_ bytes: Span<UInt8>, _ direction: Direction, _ output: ParserOutput) -> Int {
        let side = Int(direction.rawValue)
        var rest = 0
        while rest < bytes.count, !sides[side].isLost {
            let left = bytes.count - rest
            if sides[side].skipped > 0 {
                let count = min(left, sides[side].skipped)
                sides[side].skipped -= count
                rest += count
                continue
            }
            let count = min(left, sides[side].needed - sides[side].bytes.count)
            sides[side].bytes.append(copying: bytes.extracting(rest..<rest + count))
            rest += count
            if sides[side].bytes.count == 2, sides[side].needed > 2 {
                refuseLong(side, output)
            } else if sides[side].bytes.count >= 2, sides[side].bytes.count == sides[side].needed {
                read(side, direction, output)
            }
        }
        return bytes.count
    }

    private func refuseLong(_ side: Int, _ output: ParserOutput) {
        let length = sides[side].needed - 2
        guard length > longest else { return }
        output.note(.dnsMalformed)
        sides[side].bytes = []
        sides[side].skipped = length
    }

    private func read(_ side: Int, _ direction: Direction, _ output: ParserOutput) {
        let message = DNSMessage(Array(sides[side].bytes.dropFirst(2)))
        sides[side].bytes.removeAll(keepingCapacity: sides[side].bytes.count <= 4096)
        guard let message else { return output.note(.dnsMalformed) }
        if message.isMalformed { output.note(.dnsMalformed) }
        output.report(.dns, direction, number: count, message.fields(number: count))
        count += 1
    }

    /// A gap inside a message costs that message; one that takes away a length ends the direction.
    func gap(_ length: UInt64, _ direction: Direction, _ output: ParserOutput) {
        let side = Int(direction.rawValue)
        var missing = sides[side].skipped
        if sides[side].bytes.count >= 2 { missing = sides[side].needed - sides[side].bytes.count }
        sides[side].bytes = []
        sides[side].skipped = 0
        if length <= UInt64(missing) {
            sides[side].skipped = missing - Int(length)
        } else {
            sides[side].isLost = true
        }
    }

    /// A message that was cut by a close breaks the rules.
    func finish(isClosed: Bool, _ output: ParserOutput) {
        if isClosed, sides.contains(where: { !$0.bytes.isEmpty && !$0.isLost }) { output.note(.dnsMalformed) }
        sides = [Side(), Side()]
    }
}
