import NetTypes

/// What the header of a classic pcap file says (draft-ietf-opsawg-pcap, section 4), as far as it concerns us.
struct PcapSignature: Equatable {
    /// Which of the two lengths of a record comes first.
    enum Lengths: Equatable {
        /// As the format has it since version 2.4.
        case capturedFirst
        /// As it had it before 2.3, and as one system's tcpdump wrote it under version 543.0.
        case wireFirst
        /// Version 2.3 was written both ways; there no frame has more captured bytes than it had on the wire.
        case smallerIsCaptured
    }

    /// The length of the whole header, in bytes.
    static let headerLength = 24

    /// The byte order of its numbers.
    let order: ByteOrder
    /// How many nanoseconds one unit of a record's fraction of a second stands for: 1 or 1,000.
    let fractionUnit: Int64
    /// How many bytes of a record come before its frame.
    let recordHeaderLength: Int
    /// The order of the lengths in a record.
    let lengths: Lengths
    /// What the frames begin with; absent when the file ends before it says so.
    let linkType: LinkType?

    /// The signature at the start of a file; nil when that is not a classic pcap file. Throws when it is one of a
    /// version that does not exist.
    init?(_ bytes: [UInt8]) throws(SavefileDamage) {
        guard bytes.count >= 4 else { return nil }
        let magic = ByteOrder.little.uint32(bytes.span, at: 0)
        if let variant = Self.variant(magic: magic) {
            order = .little
            (fractionUnit, recordHeaderLength) = variant
        } else if let variant = Self.variant(magic: magic.byteSwapped) {
            order = .big
            (fractionUnit, recordHeaderLength) = variant
        } else {
            return nil
        }
        guard bytes.count >= Self.headerLength else {
            lengths = .capturedFirst
            linkType = nil
            return
        }
        lengths = try Self.lengths(
            major: order.uint16(bytes.span, at: 4), minor: order.uint16(bytes.span, at: 6))
        // The upper half of the field tells about frame check sequences.
        linkType = LinkType(rawValue: UInt16(truncatingIfNeeded: order.uint32(bytes.span, at: 20)))
    }

    /// Microseconds, Kuznetzov's microseconds with an interface and a protocol in each record, nanoseconds.
    private static func variant(magic: UInt32) -> (fractionUnit: Int64, recordHeaderLength: Int)? {
        switch magic {
        case 0xa1b2_c3d4: (1000, 16)
        case 0xa1b2_cd34: (1000, 24)
        case 0xa1b2_3c4d: (1, 16)
        default: nil
        }
    }

    private static func lengths(major: UInt16, minor: UInt16) throws(SavefileDamage) -> Lengths {
        switch (major, minor) {
        case (2, 4): .capturedFirst
        case (2, 3): .smallerIsCaptured
        case (2, 0...2), (543, 0): .wireFirst
        default: throw SavefileDamage(reason: "is a pcap file of version \(major).\(minor), which is unknown")
        }
    }
}
