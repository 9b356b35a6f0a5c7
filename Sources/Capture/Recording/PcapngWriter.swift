import NetTypes

/// Writes the blocks of a pcapng file (draft-ietf-opsawg-pcapng) into memory, in little-endian order.
///
/// Every interface has nanosecond timestamps. Times before 1970, which its unsigned ticks cannot say, become 1970.
public struct PcapngWriter: Sendable {
    /// The largest frame that is taken, in bytes: what fits into the largest block that our reader takes.
    public static let largestFrame = CaptureConfiguration.ceiling - packetOverhead - 4

    /// Bytes of a packet block beside the frame and its padding.
    private static let packetOverhead = 32
    /// Longest text of an option; options have 16 bits for their length.
    private static let longestText = 1024

    /// What has been written since the last `removeAll`.
    public private(set) var bytes: [UInt8] = []

    /// A writer with room for so many bytes, which grows when they do not suffice.
    public init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// A section header (section 4.1) that does not say how long the section is. Empty texts are left out.
    public mutating func section(hardware: String, system: String, application: String) {
        block(BlockHeader.sectionHeader) { writer in
            writer.put32(0x1a2b_3c4d)
            writer.put32(1)  // Version 1.0, as two 16-bit numbers.
            writer.put32(.max)
            writer.put32(.max)
            writer.option(2, Array(hardware.utf8))
            writer.option(3, Array(system.utf8))
            writer.option(4, Array(application.utf8))
            writer.put32(0)
        }
    }

    /// An interface (section 4.2); they count from 0 in the order in which they are written.
    public mutating func interface(_ interface: RecordingInterface) {
        block(BlockHeader.interfaceDescription) { writer in
            writer.put32(UInt32(interface.linkType.rawValue))
            writer.put32(UInt32(clamping: interface.snaplen))
            writer.option(2, Array(interface.name.utf8))
            writer.option(9, [9])
            writer.put32(0)
        }
    }

    /// An enhanced packet block (section 4.3) of an interface that was written before. The frame has at most
    /// `largestFrame` bytes, and is copied.
    public mutating func packet(interface: UInt32, _ header: FrameHeader, _ frame: Span<UInt8>) {
        precondition(frame.count <= Self.largestFrame, "a frame is too long for a block")
        let padded = (frame.count + 3) & ~3
        let length = UInt32(padded + Self.packetOverhead)
        put32(BlockHeader.enhancedPacket)
        put32(length)
        put32(interface)
        putTime(header.timestamp)
        put32(UInt32(frame.count))
        put32(UInt32(clamping: header.wireLength))
        bytes.append(copying: frame)
        for _ in frame.count..<padded { bytes.append(0) }
        put32(length)
    }

    /// What was lost of an interface since `start`, as its statistics (section 4.6); `end` is how late it is.
    public mutating func losses(
        interface: UInt32, _ losses: RecordingLosses, from start: Timestamp, to end: Timestamp
    ) {
        block(BlockHeader.interfaceStatistics) { writer in
            writer.put32(interface)
            writer.putTime(end)
            writer.option(2, Self.words(start))
            writer.option(3, Self.words(end))
            writer.option(5, Self.little(losses.byInterface))
            writer.option(7, Self.little(losses.bySystem))
            writer.put32(0)
        }
    }

    private mutating func block(_ type: UInt32, _ fill: (inout PcapngWriter) -> Void) {
        let start = bytes.count
        put32(type)
        put32(0)
        fill(&self)
        let length = UInt32(bytes.count - start + BlockHeader.trailerLength)
        put32(length)
        for place in 0..<4 {
            bytes[start + 4 + place] = UInt8(truncatingIfNeeded: length >> UInt32(8 * place))
        }
    }

    /// An option of a block, padded to four bytes; none for an empty value.
    private mutating func option(_ code: UInt16, _ value: [UInt8]) {
        let value = value.prefix(Self.longestText)
        guard !value.isEmpty else { return }
        put32(UInt32(code) | UInt32(value.count) << 16)
        bytes += value
        while bytes.count & 3 != 0 { bytes.append(0) }
    }

    /// A time is two words, the upper one first whatever the byte order.
    private mutating func putTime(_ time: Timestamp) {
        let ticks = UInt64(max(0, time.nanoseconds))
        put32(UInt32(ticks >> 32))
        put32(UInt32(truncatingIfNeeded: ticks))
    }

    /// The same as the value of an option.
    private static func words(_ time: Timestamp) -> [UInt8] {
        var writer = PcapngWriter(capacity: 8)
        writer.putTime(time)
        return writer.bytes
    }

    private static func little(_ number: UInt64) -> [UInt8] {
        stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: number >> UInt64($0)) }
    }

    private mutating func put32(_ number: UInt32) {
        bytes.append(UInt8(truncatingIfNeeded: number))
        bytes.append(UInt8(truncatingIfNeeded: number >> 8))
        bytes.append(UInt8(truncatingIfNeeded: number >> 16))
        bytes.append(UInt8(truncatingIfNeeded: number >> 24))
    }
}
