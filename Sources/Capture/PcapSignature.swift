import NetTypes

/// The part of a classic pcap file's header that concerns us beyond what libpcap reads from it
/// (draft-ietf-opsawg-pcap, section 4).
struct PcapSignature: Equatable {
    /// The length of the whole header, in bytes.
    static let headerLength = 24
    /// Where the header says how many bytes of a frame were captured at most.
    static let snaplenRange = 16..<20

    /// The byte order of its numbers.
    let order: ByteOrder
    /// How many nanoseconds one unit of a record's fraction of a second stands for: 1 or 1,000.
    let fractionUnit: Int64
    /// What the frames begin with; absent when the file ends before it says so.
    let linkType: LinkType?

    /// The signature at the start of a file; nil when that is not a classic pcap file.
    ///
    /// The link type is read here instead of being asked of libpcap, because libpcap answers with the DLT_ number of
    /// the machine it runs on, and the file has the LINKTYPE_ number that we want.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        let little = ByteOrder.little.uint32(bytes.span, at: 0)
        if let unit = Self.fractionUnit(magic: little) {
            order = .little
            fractionUnit = unit
        } else if let unit = Self.fractionUnit(magic: little.byteSwapped) {
            order = .big
            fractionUnit = unit
        } else {
            return nil
        }
        // The upper half of the field tells about frame check sequences.
        linkType =
            bytes.count >= Self.headerLength
            ? LinkType(rawValue: UInt16(truncatingIfNeeded: order.uint32(bytes.span, at: 20))) : nil
    }

    /// Microseconds, Kuznetzov's patched microseconds, nanoseconds.
    private static func fractionUnit(magic: UInt32) -> Int64? {
        switch magic {
        case 0xa1b2_c3d4, 0xa1b2_cd34: 1000
        case 0xa1b2_3c4d: 1
        default: nil
        }
    }
}
