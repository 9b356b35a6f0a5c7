import NetTypes

/// One interface of a pcapng section, from its Interface Description Block (draft-ietf-opsawg-pcapng, section 4.2).
struct CaptureInterface {
    /// What its frames begin with.
    let linkType: LinkType
    /// The most bytes of a frame that were captured; 0 for no limit. Only Simple Packet Blocks need it.
    let snaplen: Int
    /// How its timestamps count.
    var clock = CaptureClock()

    /// Reads the part of the block after its type and length.
    init(body: Span<UInt8>, order: ByteOrder) throws(SavefileDamage) {
        guard body.count >= 8 else { throw SavefileDamage(reason: "an interface description is too short") }
        linkType = LinkType(rawValue: order.uint16(body, at: 0))
        snaplen = Int(order.uint32(body, at: 4))
        try readOptions(body.extracting(8..<body.count), order)
    }

    /// Options are type, length, value, padded to four bytes; the list ends with type 0 or with the block.
    private mutating func readOptions(_ options: Span<UInt8>, _ order: ByteOrder) throws(SavefileDamage) {
        var offset = 0
        while options.count - offset >= 4 {
            let code = order.uint16(options, at: offset)
            let length = Int(order.uint16(options, at: offset + 2))
            offset += 4
            if code == Self.endOfOptions { return }
            guard length <= options.count - offset else {
                throw SavefileDamage(reason: "an option of an interface is longer than its block")
            }
            switch (code, length) {
            case (Self.resolution, 1): clock.setResolution(options[offset])
            case (Self.offset, 8):
                clock.offset = Int64(bitPattern: order.uint64(options, at: offset))
            case (Self.resolution, _), (Self.offset, _):
                // Guessing here would move every frame in time.
                throw SavefileDamage(reason: "the time resolution of an interface has the wrong length")
            default: break
            }
            offset += (length + 3) & ~3
        }
    }

    private static let endOfOptions: UInt16 = 0
    private static let resolution: UInt16 = 9
    private static let offset: UInt16 = 14
}
