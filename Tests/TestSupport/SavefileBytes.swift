import NetTypes

/// The bytes of a pcap savefile (draft-ietf-opsawg-pcap), written by hand so that readers can be tested against
/// something that is not libpcap.
public struct SavefileBytes: Sendable {
    /// What each frame begins with.
    public var linkType: LinkType
    /// Nanosecond timestamps instead of microseconds.
    public var nanoseconds: Bool
    /// The byte order of a big-endian machine.
    public var bigEndian: Bool

    /// A savefile format.
    public init(linkType: LinkType = .ethernet, nanoseconds: Bool = false, bigEndian: Bool = false) {
        self.linkType = linkType
        self.nanoseconds = nanoseconds
        self.bigEndian = bigEndian
    }

    /// A whole savefile.
    public static func pcap(
        _ frames: [Frame], linkType: LinkType = .ethernet, nanoseconds: Bool = false, bigEndian: Bool = false
    ) -> [UInt8] {
        let format = SavefileBytes(linkType: linkType, nanoseconds: nanoseconds, bigEndian: bigEndian)
        var bytes = format.header
        for frame in frames { format.append(frame, to: &bytes) }
        return bytes
    }

    /// The 24 bytes that a savefile begins with, for a snaplen of 262,144.
    public var header: [UInt8] {
        var bytes: [UInt8] = []
        append(nanoseconds ? 0xa1b2_3c4d : 0xa1b2_c3d4, to: &bytes)
        // Two 16-bit version numbers, 2 and 4, as one word in the file's byte order.
        append(bigEndian ? 0x0002_0004 : 0x0004_0002, to: &bytes)
        append(0, to: &bytes)
        append(0, to: &bytes)
        append(262_144, to: &bytes)
        append(UInt32(linkType.rawValue), to: &bytes)
        return bytes
    }

    /// Appends a frame's record; its time must lie between 1970 and 2106.
    public func append(_ frame: Frame, to bytes: inout [UInt8]) {
        let time = frame.header.timestamp.nanoseconds
        let fraction = time % 1_000_000_000
        append(UInt32(time / 1_000_000_000), to: &bytes)
        append(UInt32(nanoseconds ? fraction : fraction / 1000), to: &bytes)
        append(UInt32(frame.bytes.count), to: &bytes)
        append(UInt32(frame.header.wireLength), to: &bytes)
        bytes += frame.bytes
    }

    private func append(_ word: UInt32, to bytes: inout [UInt8]) {
        bytes.append(bigEndian: bigEndian ? word : word.byteSwapped)
    }
}
