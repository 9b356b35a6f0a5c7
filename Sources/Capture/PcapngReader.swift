import NetTypes

/// Reads pcapng (draft-ietf-opsawg-pcapng): any number of sections, each in its own byte order, with interfaces of any
/// link types, wherever in a section they are described.
struct PcapngReader: ~Copyable {
    private var window: BlockWindow
    private var section = PcapngSection(order: .little)
    private var losses = ReportedLosses()
    private var lastTimestamp = Timestamp.zero
    private let configuration: CaptureConfiguration

    /// A reader of the bytes of a pcapng file.
    init(_ reader: ByteReader, configuration: CaptureConfiguration) {
        window = BlockWindow(reader)
        self.configuration = configuration
    }

    /// Frames that were lost while the file was captured, as far as what was read of it says so.
    var framesLost: UInt64 { losses.total }

    /// Lends the next frame; false at the end of the file, and damage when there should be more.
    mutating func withNextFrame(
        number: UInt64, _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(SavefileDamage) -> Bool {
        while let block = try nextBlock() {
            switch try content(of: block) {
            case .frame(let record):
                try lend(record, number: number, body)
                window.consume(block.totalLength)
                return true
            case .interface(let interface):
                try section.append(interface, limit: configuration.mostInterfaces)
            case .losses(let statement): losses.take(statement, interfaces: section.interfaces.count)
            case .nothing: break
            }
            window.consume(block.totalLength)
        }
        return false
    }

    private func content(of block: BlockHeader) throws(SavefileDamage) -> PcapngSection.Content {
        let first = window.start + BlockHeader.length
        let last = window.start + block.totalLength - BlockHeader.trailerLength
        let bytes = window.storage.span.extracting(first..<last)
        return try section.content(block.type, bytes, lastTimestamp: lastTimestamp)
    }

    private mutating func lend(
        _ record: PacketRecord, number: UInt64, _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(SavefileDamage) {
        guard record.capturedLength <= configuration.largestFrame else {
            throw SavefileDamage(reason: "a frame of \(record.capturedLength) bytes is too long")
        }
        lastTimestamp = record.timestamp
        let header = FrameHeader(
            number: number, timestamp: record.timestamp, wireLength: record.wireLength,
            linkType: record.linkType)
        let first = window.start + BlockHeader.length + record.offset
        body(header, window.storage.span.extracting(first..<(first + record.capturedLength)))
    }

    /// The header of the next block, once all of the block is in the window; nil at the end of the file.
    private mutating func nextBlock() throws(SavefileDamage) -> BlockHeader? {
        guard window.fill(BlockHeader.length) else {
            if window.count == 0 { return nil }
            throw SavefileDamage(reason: "cut short inside the header of a block")
        }
        if beginsSection() {
            section = PcapngSection(order: try sectionOrder())
            losses.beginSection()
        }
        let block = BlockHeader(window.storage.span, at: window.start, order: section.order)
        let length = block.totalLength
        guard length >= BlockHeader.smallestBlock, length & 3 == 0 else {
            throw SavefileDamage(reason: "a block says that it has \(length) bytes")
        }
        guard length <= configuration.largestBlock else {
            throw SavefileDamage(reason: "a block of \(length) bytes is too long")
        }
        guard window.fill(length) else { throw SavefileDamage(reason: "cut short inside a block") }
        let trailer = window.start + length - BlockHeader.trailerLength
        guard Int(section.order.uint32(window.storage.span, at: trailer)) == length else {
            throw SavefileDamage(reason: "the two lengths of a block differ")
        }
        return block
    }

    /// Whether a Section Header comes next; its block type looks the same in both byte orders.
    private func beginsSection() -> Bool {
        section.order.uint32(window.storage.span, at: window.start) == BlockHeader.sectionHeader
    }

    private mutating func sectionOrder() throws(SavefileDamage) -> ByteOrder {
        guard window.fill(12) else { throw SavefileDamage(reason: "cut short inside a section header") }
        let magic = window.storage[(window.start + 8)..<(window.start + 12)]
        guard let order = ByteOrder(sectionMagic: Array(magic)) else {
            throw SavefileDamage(reason: "a section header has no byte-order magic")
        }
        return order
    }
}
