// Generic routing encapsulation: version 0 (RFC 2784, 2890, with the source routes of RFC 1701) and version
// 1, which carries PPP for PPTP (RFC 2637).
extension Descent {
    private enum Field {
        static let flags = 0
        static let type = 2
        static let length = 4
        static let checksumAndOffset = 4
        static let key = 4
        static let payloadLength = 4
        static let sequence = 4
        static let acknowledgement = 4
    }

    private enum Flag {
        static let checksum: UInt16 = 0x8000
        static let routing: UInt16 = 0x4000
        static let key: UInt16 = 0x2000
        static let sequence: UInt16 = 0x1000
        static let acknowledgement: UInt16 = 0x0080
        static let version: UInt16 = 0x0007
    }

    private enum Route {
        static let length = 3
        static let fixedLength = 4
    }

    mutating func gre(_ bytes: Span<UInt8>) -> Layer {
        setPayload()
        guard holds(Field.length) else { return stayOutside() }
        let header = bytes.extracting(at..<(at + Field.length))
        let flags = header.uint16(Field.flags)
        let type = header.uint16(Field.type)
        at += Field.length
        switch flags & Flag.version {
        case 0: return greVersion0(bytes, flags, type)
        case 1: return greVersion1(bytes, flags, type)
        default: return stayOutside()
        }
    }

    private mutating func greVersion0(_ bytes: Span<UInt8>, _ flags: UInt16, _ type: UInt16) -> Layer {
        var optional = 0
        if flags & (Flag.checksum | Flag.routing) != 0 { optional += Field.checksumAndOffset }
        if flags & Flag.key != 0 { optional += Field.key }
        if flags & Flag.sequence != 0 { optional += Field.sequence }
        guard holds(optional) else { return stayOutside() }
        at += optional
        if flags & Flag.routing != 0 && !skipRoutes(bytes) { return stayOutside() }

        switch type {
        case EtherType.erspan2:
            // The first version had no header of its own, and no sequence number.
            return enter(flags & Flag.sequence != 0 ? .erspan2 : .ethernet)
        case EtherType.erspan3:
            return enter(.erspan3)
        default:
            return enterKnown(EtherType.layer(of: type))
        }
    }

    private mutating func greVersion1(_ bytes: Span<UInt8>, _ flags: UInt16, _ type: UInt16) -> Layer {
        guard type == EtherType.ppp, flags & Flag.key != 0, holds(Field.key) else { return stayOutside() }
        let payloadLength = Int(bytes.uint16(at))
        var optional = Field.payloadLength
        if flags & Flag.sequence != 0 { optional += Field.sequence }
        if flags & Flag.acknowledgement != 0 { optional += Field.acknowledgement }
        guard holds(optional) else { return stayOutside() }
        at += optional
        // Without a sequence number it is a bare acknowledgement.
        guard flags & Flag.sequence != 0 && payloadLength > 0 else { return .packet }
        guard narrow(to: payloadLength) else { return stayOutside() }
        return enter(.ppp)
    }

    /// Enters what can be read; a payload of another kind (a keepalive, IS-IS) is the packet's.
    private mutating func enterKnown(_ layer: Layer) -> Layer {
        if case .notIP = layer { return .packet }
        return enter(layer)
    }

    /// Moves behind the source route entries, the last of which has the length 0.
    private mutating func skipRoutes(_ bytes: Span<UInt8>) -> Bool {
        while holds(Route.fixedLength) {
            let length = Int(bytes[at + Route.length])
            guard holds(Route.fixedLength + length) else { return false }
            at += Route.fixedLength + length
            if length == 0 { return true }
        }
        return false
    }
}
