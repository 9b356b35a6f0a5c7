import NetTypes

// The radiotap header of wireless captures (radiotap.org). All that matters of it is its length, and the flag
// that the 802.11 header behind it is padded.
extension Descent {
    private enum Field {
        static let version = 0
        static let totalLength = 2
        static let present = 4
        static let length = 8
        static let presentWord = 4
    }

    private enum Present {
        static let timer: UInt32 = 1
        static let flags: UInt32 = 2
        static let more: UInt32 = 0x8000_0000
    }

    /// The only one of the fields before the flags, and its size and alignment.
    private static let timerLength = 8
    private static let paddedHeader: UInt8 = 0x20

    mutating func radiotap(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.length))
        let length = Int(header.uint16(Field.totalLength).byteSwapped)
        guard header[Field.version] == 0 && length >= Field.length else { return .broken(.truncatedHeader) }
        guard holds(length) else { return cut() }
        isWirelessHeaderPadded = saysPadded(bytes.extracting(at..<(at + length)))
        at += length
        return .wireless
    }

    private func saysPadded(_ header: Span<UInt8>) -> Bool {
        let present = header.uint32(Field.present).byteSwapped
        guard present & Present.flags != 0 else { return false }
        var fields = Field.present + Field.presentWord
        var word = present
        while word & Present.more != 0 {
            guard fields + Field.presentWord <= header.count else { return false }
            word = header.uint32(fields).byteSwapped
            fields += Field.presentWord
        }
        if present & Present.timer != 0 {
            fields = (fields + Self.timerLength - 1) / Self.timerLength * Self.timerLength + Self.timerLength
        }
        return fields < header.count && header[fields] & Self.paddedHeader != 0
    }
}
