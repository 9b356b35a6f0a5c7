import NetTypes

/// What one of the three packet blocks of pcapng says, and where in it the frame is.
struct PacketRecord {
    let linkType: LinkType
    let timestamp: Timestamp
    /// Where the frame begins, in bytes from the block's header.
    let offset: Int
    let capturedLength: Int
    let wireLength: Int

    /// An Enhanced Packet Block (section 4.3), without header and trailer.
    init(enhanced body: Span<UInt8>, order: ByteOrder, interfaces: [CaptureInterface]) throws(SavefileDamage)
    {
        guard body.count >= 20 else { throw Self.tooShort }
        try self.init(
            timed: body, interface: Int(order.uint32(body, at: 0)), order: order, interfaces: interfaces)
    }

    /// A Packet Block (appendix A), which the Enhanced one replaced. It differs in having a drop count in the upper
    /// half of the interface number.
    init(obsolete body: Span<UInt8>, order: ByteOrder, interfaces: [CaptureInterface]) throws(SavefileDamage)
    {
        guard body.count >= 20 else { throw Self.tooShort }
        try self.init(
            timed: body, interface: Int(order.uint16(body, at: 0)), order: order, interfaces: interfaces)
    }

    private init(
        timed body: Span<UInt8>, interface: Int, order: ByteOrder, interfaces: [CaptureInterface]
    ) throws(SavefileDamage) {
        guard interface < interfaces.count else { throw Self.unknownInterface }
        offset = 20
        capturedLength = Int(order.uint32(body, at: 12))
        wireLength = Int(order.uint32(body, at: 16))
        guard capturedLength <= body.count - offset else { throw Self.tooLong }
        let ticks = UInt64(order.uint32(body, at: 4)) << 32 | UInt64(order.uint32(body, at: 8))
        linkType = interfaces[interface].linkType
        timestamp = interfaces[interface].clock.timestamp(ticks: ticks)
    }

    /// A Simple Packet Block (section 4.4): interface 0, and neither time nor captured length.
    ///
    /// It gets the time of the frame before it, so that time stands still instead of jumping to 1970 and back. Its
    /// captured length is what the wire length and the interface's snaplen leave, but never padding.
    init(
        simple body: Span<UInt8>, order: ByteOrder, interfaces: [CaptureInterface], timestamp: Timestamp
    ) throws(SavefileDamage) {
        guard body.count >= 4 else { throw Self.tooShort }
        guard let interface = interfaces.first else { throw Self.unknownInterface }
        offset = 4
        wireLength = Int(order.uint32(body, at: 0))
        let captured = interface.snaplen == 0 ? wireLength : min(wireLength, interface.snaplen)
        guard captured <= body.count - offset else { throw Self.tooLong }
        capturedLength = captured
        linkType = interface.linkType
        self.timestamp = timestamp
    }

    private static let tooShort = SavefileDamage(reason: "a packet block is too short")
    private static let tooLong = SavefileDamage(reason: "a frame is longer than its block")
    private static let unknownInterface = SavefileDamage(
        reason: "a frame of an interface that is not described")
}
