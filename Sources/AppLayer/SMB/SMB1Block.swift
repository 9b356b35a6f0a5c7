/// One command of a message of SMB1 with its parameter words and its bytes (MS-CIFS sections 2.2.3.2 and 2.2.3.3);
/// a message is a chain of them, AndX.
struct SMB1Block {
    let command: UInt8
    /// Where the words begin, and how many bytes they have.
    let words: Int
    let wordBytes: Int
    /// Where the bytes are; those of a file are not among them.
    let bytes: Range<Int>
    /// Where the file's bytes are, for a read or write.
    let payload: Range<Int>?

    /// What the start of a message turns out to be.
    enum Layout {
        /// As many bytes of it are needed to go on.
        case need(Int)
        /// The commands, and the payload of the last one.
        case chain([SMB1Block])
        /// It lies about its lengths.
        case malformed
    }

    /// Commands of one message that are looked at. No combination of more than four is of use.
    private static let longestChain = 16

    /// Cuts the head of a message of a length into its commands. Nothing after a payload is looked at.
    static func layout(_ head: SMBBytes, _ header: SMB1Header, length: Int) -> Layout {
        var blocks: [SMB1Block] = []
        var start = SMB1Header.size
        var command = header.command
        while blocks.count < longestChain {
            guard let wordCount = head.byte(start) else {
                return start < length ? .need(start + 1) : .malformed
            }
            let words = start + 1
            let end = words + 2 * Int(wordCount)
            guard end + 2 <= length else { return .malformed }
            guard let byteCount = head.word(end) else { return .need(end + 2) }
            let payload: Range<Int>?
            switch place(command, header.isResponse, head, words, end, length) {
            case .need(let count): return .need(count)
            case .malformed: return .malformed
            case .none: payload = nil
            case .at(let range): payload = range
            }
            var bytes = end + 2..<end + 2
            if payload == nil, isRead(command, header.isResponse) {
                bytes = end + 2..<end + 2 + Int(byteCount)
                guard bytes.upperBound <= length else { return .malformed }
                guard head.count >= bytes.upperBound else { return .need(bytes.upperBound) }
            }
            if let payload, head.count < payload.lowerBound { return .need(payload.lowerBound) }
            blocks.append(
                SMB1Block(
                    command: command, words: words, wordBytes: end - words, bytes: bytes, payload: payload))
            guard isChained(command), wordCount >= 2, let next = head.byte(words), next != 0xff,
                let offset = head.word(words + 2), payload == nil
            else { return .chain(blocks) }
            // Offsets only go forward, so that a chain cannot be a circle.
            guard Int(offset) >= end + 2, Int(offset) < length else { return .malformed }
            start = Int(offset)
            command = next
        }
        return .malformed
    }

    private enum Place {
        case none
        case at(Range<Int>)
        case need(Int)
        case malformed
    }

    /// Where the bytes of a file are in a response to a read, or in a write.
    private static func place(
        _ command: UInt8, _ isResponse: Bool, _ head: SMBBytes, _ words: Int, _ end: Int, _ length: Int
    ) -> Place {
        let offset: Int
        let count: Int
        switch (command, isResponse, end - words) {
        case (0x2e, true, 24...):
            guard let low = head.word(words + 10), let high = head.word(words + 14),
                let at = head.word(words + 12)
            else { return .need(end) }
            count = Int(high) << 16 | Int(low)
            offset = Int(at)
        case (0x2f, false, 24...):
            guard let low = head.word(words + 20), let high = head.word(words + 18),
                let at = head.word(words + 22)
            else { return .need(end) }
            count = Int(high) << 16 | Int(low)
            offset = Int(at)
        case (0x0a, true, 10...), (0x0b, false, 10...):
            guard end + 5 <= length else { return .malformed }
            guard let low = head.word(end + 3) else { return .need(end + 5) }
            count = Int(low)
            offset = end + 5
        default:
            return .none
        }
        if count == 0 { return .at(end + 2..<end + 2) }
        guard offset >= end + 2, offset <= length, count <= length - offset else { return .malformed }
        return .at(offset..<offset + count)
    }

    /// True for the commands that another one may follow in a message.
    private static func isChained(_ command: UInt8) -> Bool {
        [0x24, 0x2d, 0x2e, 0x2f, 0x73, 0x74, 0x75, 0xa2].contains(command)
    }

    /// True for the commands whose bytes say something of use.
    private static func isRead(_ command: UInt8, _ isResponse: Bool) -> Bool {
        isResponse
            ? [0x32, 0x75].contains(command)
            : [0x02, 0x03, 0x0f, 0x2d, 0x32, 0x72, 0x73, 0x75, 0xa2].contains(command)
    }
}
