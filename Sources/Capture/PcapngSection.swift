import NetTypes

/// What holds within one section of a pcapng file: byte order and interfaces (draft-ietf-opsawg-pcapng, section 3.2).
struct PcapngSection {
    /// What a block holds that matters here.
    enum Content {
        case frame(PacketRecord)
        case interface(CaptureInterface)
        case losses(InterfaceLosses)
        case nothing
    }

    /// The byte order of every number in it.
    let order: ByteOrder
    private(set) var interfaces: [CaptureInterface] = []

    /// A section with no interfaces yet.
    init(order: ByteOrder) {
        self.order = order
    }

    /// Takes in the next interface; `limit` is the most that there may be.
    mutating func append(_ interface: CaptureInterface, limit: Int) throws(SavefileDamage) {
        guard interfaces.count < limit else {
            throw SavefileDamage(reason: "a section has more than \(limit) interfaces")
        }
        interfaces.append(interface)
    }

    /// Reads what is between the header and the trailer of a block.
    ///
    /// `lastTimestamp` is for the packet blocks that have none.
    func content(
        _ type: UInt32, _ bytes: Span<UInt8>, lastTimestamp: Timestamp
    ) throws(SavefileDamage) -> Content {
        switch type {
        case BlockHeader.enhancedPacket:
            return .frame(try PacketRecord(enhanced: bytes, order: order, interfaces: interfaces))
        case BlockHeader.simplePacket:
            return .frame(
                try PacketRecord(
                    simple: bytes, order: order, interfaces: interfaces, timestamp: lastTimestamp))
        case BlockHeader.obsoletePacket:
            return .frame(try PacketRecord(obsolete: bytes, order: order, interfaces: interfaces))
        case BlockHeader.interfaceDescription:
            return .interface(try CaptureInterface(body: bytes, order: order))
        case BlockHeader.interfaceStatistics:
            return InterfaceLosses(body: bytes, order: order).map { .losses($0) } ?? .nothing
        case BlockHeader.sectionHeader:
            guard bytes.count >= 16, order.uint16(bytes, at: 4) == 1 else {
                throw SavefileDamage(reason: "a section has a version that is not known")
            }
            return .nothing
        default:
            // Name resolution, secrets, private blocks: nothing that a frame depends on.
            return .nothing
        }
    }
}
