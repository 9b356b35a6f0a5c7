// Data frames of IEEE 802.11. Frames that are encrypted, aggregated (A-MSDU) or later pieces of a
// fragmented one cannot be read here and are no IP packets for us.
extension Descent {
    private enum Field {
        static let typeAndSubtype = 0
        static let flags = 1
        static let sequenceControl = 22
        static let length = 24
        static let fourthAddress = 6
        static let qualityOfService = 2
        static let highThroughput = 4
    }

    private enum Kind {
        static let mask: UInt8 = 0x0f
        static let data: UInt8 = 0x08
        static let withoutData: UInt8 = 0x40
        static let qualityOfService: UInt8 = 0x80
    }

    private enum Flag {
        static let toAndFromDistribution: UInt8 = 0x03
        static let protected: UInt8 = 0x40
        static let order: UInt8 = 0x80
    }

    private static let fragmentNumber: UInt8 = 0x0f
    private static let aggregated: UInt8 = 0x80

    mutating func wireless(_ bytes: Span<UInt8>) -> Layer {
        guard holds(2) else { return cut() }
        let kind = bytes[at + Field.typeAndSubtype]
        let flags = bytes[at + Field.flags]
        guard kind & Kind.mask == Kind.data && kind & Kind.withoutData == 0 && flags & Flag.protected == 0
        else { return .notIP }

        var length = Field.length
        if flags & Flag.toAndFromDistribution == Flag.toAndFromDistribution { length += Field.fourthAddress }
        let qualityOfService = length
        let hasQuality = kind & Kind.qualityOfService != 0
        if hasQuality { length += Field.qualityOfService }
        if hasQuality && flags & Flag.order != 0 { length += Field.highThroughput }
        guard holds(length) else { return cut() }

        guard bytes[at + Field.sequenceControl] & Self.fragmentNumber == 0 else { return .notIP }
        if hasQuality && bytes[at + qualityOfService] & Self.aggregated != 0 { return .notIP }
        at += length
        // Some receivers pad the header to a multiple of four; radiotap says so.
        if isWirelessHeaderPadded && length % 4 != 0 {
            guard holds(2) else { return cut() }
            at += 2
        }
        return .llc
    }
}
