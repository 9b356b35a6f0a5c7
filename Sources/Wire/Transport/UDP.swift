import NetTypes

// UDP (RFC 768).
extension Descent {
    private enum Field {
        static let datagramLength = 4
        static let checksum = 6
        static let length = 8
    }

    mutating func udp(_ bytes: Span<UInt8>) -> Layer {
        guard readPorts(bytes) else { return cut() }
        guard holds(Field.length) else { return headerOnly(missing > 0 ? .snapped : .truncatedHeader) }
        let header = bytes.extracting(at..<(at + Field.length))
        bound(toDatagram: Int(header.uint16(Field.datagramLength)))
        let hasChecksum = header.uint16(Field.checksum) != 0
        if hasChecksum { verifyChecksum(bytes, of: .udp) }

        at += Field.length
        setPayload()
        let inner = tunnel(bytes)
        if case .packet = inner {
            if !hasChecksum { noteAbsentChecksum() }
            return .packet
        }
        return inner
    }

    private mutating func bound(toDatagram length: Int) {
        // Zero is right only in a jumbogram, whose length the field cannot say (RFC 2675 section 4).
        if length == 0 && end - at + missing > Int(UInt16.max) { return }
        if length < Field.length {
            packet.anomalies.insert(.udpLength)
            isWhole = false
        } else if !narrow(to: length) {
            if !packet.anomalies.contains(.ipLengthBeyondFrame) { packet.anomalies.insert(.udpLength) }
            isWhole = false
        }
    }

    /// Zero means "none" over IPv4. IPv6 requires one, except of tunnels (RFC 8200 section 8.1, RFC 6935).
    private mutating func noteAbsentChecksum() {
        guard limits.verifyChecksums && isWhole && packet.source.isIPv6 else { return }
        packet.checksum = .wrong
        packet.anomalies.insert(.transportChecksum)
    }

    /// The tunnel in this datagram, or `.packet`: a port number alone is not believed.
    private mutating func tunnel(_ bytes: Span<UInt8>) -> Layer {
        switch packet.destinationPort {
        case TunnelPort.vxlan, TunnelPort.linuxVXLAN: vxlan(bytes)
        case TunnelPort.vxlanGPE: vxlanGPE(bytes)
        case TunnelPort.geneve: geneve(bytes)
        case TunnelPort.gtp: gtp(bytes)
        case TunnelPort.teredo: teredo(bytes)
        default:
            switch packet.sourcePort {
            case TunnelPort.teredo: teredo(bytes)
            case TunnelPort.gtp: gtp(bytes)
            default: .packet
            }
        }
    }
}
