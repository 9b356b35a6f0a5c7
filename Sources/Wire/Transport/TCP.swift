import NetTypes

// TCP (RFC 9293).
extension Descent {
    private enum Field {
        static let sourcePort = 0
        static let destinationPort = 2
        static let portsLength = 4
        static let sequence = 4
        static let acknowledgement = 8
        static let dataOffset = 12
        static let flags = 13
        static let window = 14
        static let urgentPointer = 18
        static let length = 20
    }

    mutating func tcp(_ bytes: Span<UInt8>) -> Layer {
        guard readPorts(bytes) else { return cut() }
        guard holds(Field.length) else { return headerOnly(missing > 0 ? .snapped : .truncatedHeader) }
        verifyChecksum(bytes, of: .tcp)
        let header = bytes.extracting(at..<(at + Field.length))
        let headerLength = Int(header[Field.dataOffset] >> 4) * 4
        let captured = end - at
        guard headerLength >= Field.length, headerLength <= captured + missing else {
            return headerOnly(.tcpHeaderLength)
        }

        var fields = TCPHeader(
            sequence: header.uint32(Field.sequence), acknowledgement: header.uint32(Field.acknowledgement),
            flags: header[Field.flags], window: header.uint16(Field.window),
            urgentPointer: header.uint16(Field.urgentPointer), timestampValue: nil)
        if !Self.isPossible(flags: fields.flags) { packet.anomalies.insert(.tcpFlags) }
        if headerLength > captured {
            // The snaplen fell into the options: where the payload begins is known, but none of it is here.
            missing -= headerLength - captured
            at = end
        } else {
            if headerLength > Field.length {
                fields.timestampValue = timestamp(
                    in: bytes.extracting((at + Field.length)..<(at + headerLength)))
            }
            at += headerLength
        }
        packet.tcp = fields
        setPayload()
        return .packet
    }

    /// Reads the two ports that TCP, UDP and SCTP begin with; false when they are not there.
    @inline(__always)
    mutating func readPorts(_ bytes: Span<UInt8>) -> Bool {
        guard holds(Field.portsLength) else { return false }
        let ports = bytes.extracting(at..<(at + Field.portsLength))
        packet.sourcePort = ports.uint16(Field.sourcePort)
        packet.destinationPort = ports.uint16(Field.destinationPort)
        return true
    }

    /// A packet with ports whose header does not parse further: no host takes its payload.
    mutating func headerOnly(_ anomaly: Anomaly) -> Layer {
        packet.anomalies.insert(anomaly)
        packet.payload = end..<end
        packet.missingPayload = 0
        return .packet
    }

    /// False for combinations that only scanners and fuzzers send: SYN together with FIN or RST, FIN with
    /// RST, and none of SYN, ACK and RST.
    private static func isPossible(flags: UInt8) -> Bool {
        let opening = flags & (TCPHeader.syn | TCPHeader.fin | TCPHeader.rst)
        // One bit at most.
        guard opening & (opening &- 1) == 0 else { return false }
        return flags & (TCPHeader.syn | TCPHeader.ack | TCPHeader.rst) != 0
    }
}
