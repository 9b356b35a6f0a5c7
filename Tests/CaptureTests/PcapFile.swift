@testable import Capture

/// Builds a classic pcap file.
struct PcapFile {
    private var writer: ByteWriter
    private let isPatched: Bool
    /// The lengths at which the file may end: after the header and after each record.
    private(set) var boundaries: [Int] = []

    init(
        _ order: ByteOrder = .little, magic: UInt32 = 0xa1b2_c3d4, snaplen: UInt32 = 65535,
        linkType: UInt32 = 1,
        version: (UInt16, UInt16) = (2, 4)
    ) {
        writer = ByteWriter(order: order)
        isPatched = magic == 0xa1b2_cd34
        writer.number(magic)
        writer.number(version.0)
        writer.number(version.1)
        writer.raw([UInt8](repeating: 0, count: 8))
        writer.number(snaplen)
        writer.number(linkType)
        boundaries.append(writer.bytes.count)
    }

    var bytes: [UInt8] { writer.bytes }

    mutating func record(
        _ frame: [UInt8], seconds: UInt32 = 0, fraction: UInt32 = 0, wireLength: Int? = nil,
        captured: UInt32? = nil
    ) {
        writer.number(seconds)
        writer.number(fraction)
        writer.number(captured ?? UInt32(frame.count))
        writer.number(UInt32(wireLength ?? frame.count))
        // Kuznetzov's patch: interface index, protocol, packet type, padding.
        if isPatched { writer.raw([1, 0, 0, 0, 8, 0, 0, 0]) }
        writer.raw(frame)
        boundaries.append(writer.bytes.count)
    }

    /// Five frames of different lengths, the second of them empty.
    static func sample(_ order: ByteOrder = .little, magic: UInt32 = 0xa1b2_c3d4) -> PcapFile {
        var file = PcapFile(order, magic: magic)
        for (index, length) in sampleLengths.enumerated() {
            let frame = [UInt8](repeating: UInt8(index + 1), count: length)
            file.record(
                frame, seconds: 1_700_000_000 + UInt32(index), fraction: UInt32(index), wireLength: 100)
        }
        return file
    }

    static let sampleLengths = [20, 0, 7, 64, 33]
}
