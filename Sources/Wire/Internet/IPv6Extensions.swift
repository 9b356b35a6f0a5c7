import NetTypes

// Extension headers of IPv6 (RFC 8200 section 4) and the authentication header (RFC 4302), which IPv4 has
// too.
extension Descent {
    private enum Field {
        static let nextHeader = 0
        static let headerLength = 1
        static let shortest = 8
    }

    private enum Routing {
        static let type = 2
        static let segmentsLeft = 3
        static let addresses = 8
    }

    private enum RoutingType {
        static let source: UInt8 = 0
        static let mobile: UInt8 = 2
        static let segments: UInt8 = 4
    }

    private enum Piece {
        static let place = 2
        static let identification = 4
        static let length = 8
        static let offsetMask: UInt16 = 0xfff8
        static let moreFollow: UInt16 = 1
    }

    private static let address = 16

    mutating func hopByHop(_ bytes: Span<UInt8>) -> Layer {
        guard let length = extensionLength(bytes, .hopByHop) else { return cut(.ipv6Extensions) }
        hopByHopOptions(bytes.extracting((at + 2)..<(at + length)))
        return leaveExtension(bytes, length)
    }

    mutating func destinationOptions(_ bytes: Span<UInt8>) -> Layer {
        guard let length = extensionLength(bytes, .destinationOptions) else { return cut(.ipv6Extensions) }
        destinationOptionList(bytes.extracting((at + 2)..<(at + length)))
        return leaveExtension(bytes, length)
    }

    /// While segments are left, the packet is on its way to the last address of the list, and the transport
    /// checksum is over that one.
    mutating func routing(_ bytes: Span<UInt8>) -> Layer {
        guard let length = extensionLength(bytes, .routing) else { return cut(.ipv6Extensions) }
        let header = bytes.extracting(at..<(at + length))
        if header[Routing.segmentsLeft] > 0 {
            let last: Int? =
                switch header[Routing.type] {
                case RoutingType.source, RoutingType.mobile: length - Self.address
                case RoutingType.segments: Routing.addresses
                default: nil
                }
            if let last, last >= Routing.addresses, last + Self.address <= length {
                destinationSum = InternetChecksum.sum(
                    IPAddress(high: header.uint64(last), low: header.uint64(last + 8)))
            } else {
                isWhole = false
            }
        }
        return leaveExtension(bytes, length)
    }

    mutating func authentication(_ bytes: Span<UInt8>) -> Layer {
        let broken: Anomaly = packet.source.isIPv6 ? .ipv6Extensions : .truncatedHeader
        guard holds(Field.shortest), extensions.count < ExtensionHeaders.limit else { return cut(broken) }
        let length = (Int(bytes[at + Field.headerLength]) + 2) * 4
        guard holds(length) else { return cut(broken) }
        note(.authentication)
        return leaveExtension(bytes, length)
    }

    /// An atomic fragment (offset zero, none to follow, RFC 6946) is a whole packet and read on.
    mutating func fragmentHeader(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Piece.length), extensions.count < ExtensionHeaders.limit, !extensions.isJumbo else {
            return cut(.ipv6Extensions)
        }
        note(.fragment)
        let header = bytes.extracting(at..<(at + Piece.length))
        let place = header.uint16(Piece.place)
        guard place & (Piece.offsetMask | Piece.moreFollow) != 0 else {
            return leaveExtension(bytes, Piece.length)
        }
        packet.transport = TransportProtocol(rawValue: header[Field.nextHeader])
        packet.fragment = Fragment(
            identification: header.uint32(Piece.identification), offset: Int(place & Piece.offsetMask),
            moreFollow: place & Piece.moreFollow != 0)
        packet.networkHeader = networkStart..<at
        at += Piece.length
        setPayload()
        return .packet
    }

    /// Counts a header of 8 and more bytes and gives its length; nil when it is not all there or one too
    /// many.
    private mutating func extensionLength(_ bytes: Span<UInt8>, _ kind: ExtensionHeaders.Kind) -> Int? {
        guard holds(Field.shortest), extensions.count < ExtensionHeaders.limit else { return nil }
        note(kind)
        let length = (Int(bytes[at + Field.headerLength]) + 1) * 8
        return holds(length) ? length : nil
    }

    private mutating func note(_ kind: ExtensionHeaders.Kind) {
        if !extensions.isInPlace(kind) && packet.source.isIPv6 { packet.anomalies.insert(.ipv6Extensions) }
    }

    private mutating func leaveExtension(_ bytes: Span<UInt8>, _ length: Int) -> Layer {
        let next = bytes[at + Field.nextHeader]
        // A jumbo length may have cut the packet shorter than this header.
        guard holds(length) else { return cut(.ipv6Extensions) }
        at += length
        return layer(of: next)
    }
}
