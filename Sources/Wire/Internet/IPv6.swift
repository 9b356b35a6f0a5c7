import NetTypes

// IPv6 (RFC 8200): the fixed header. Its extension headers are layers of their own.
extension Descent {
    private enum Field {
        static let version = 0
        static let payloadLength = 4
        static let nextHeader = 6
        static let source = 8
        static let destination = 24
        static let length = 40
    }

    mutating func ipv6(_ bytes: Span<UInt8>) -> Layer {
        guard holds(1) else { return cut() }
        let version = bytes[at + Field.version] >> 4
        guard version == 6 else { return otherVersion(version) }
        guard holds(Field.length) else { return cut() }
        let header = bytes.extracting(at..<(at + Field.length))
        beginNetworkHeader()

        packet.source = IPAddress(
            high: header.uint64(Field.source), low: header.uint64(Field.source + 8))
        packet.destination = IPAddress(
            high: header.uint64(Field.destination), low: header.uint64(Field.destination + 8))
        sourceSum = InternetChecksum.sum(packet.source)
        destinationSum = InternetChecksum.sum(packet.destination)

        at += Field.length
        let payloadLength = Int(header.uint16(Field.payloadLength))
        let next = layer(of: header[Field.nextHeader])
        if payloadLength == 0 && mayBeJumbo(next) {
            extensions.mayBeJumbo = true
            noteWhatIsMissing()
        } else {
            bound(toPayload: payloadLength)
        }
        return next
    }

    /// Bounds the packet to `length` bytes from here.
    mutating func bound(toPayload length: Int) {
        if !narrow(to: length) {
            packet.anomalies.insert(.ipLengthBeyondFrame)
            isWhole = false
        }
        noteWhatIsMissing()
    }

    /// A length of zero says nothing when a hop-by-hop header may hold the real one (RFC 2675), or when
    /// segmentation offload left more behind a TCP header than the field can say (BIG TCP).
    private func mayBeJumbo(_ next: Layer) -> Bool {
        switch next {
        case .hopByHop: true
        case .tcp: end - at + missing > Int(UInt16.max)
        default: false
        }
    }

    private mutating func noteWhatIsMissing() {
        guard missing > 0 else { return }
        packet.anomalies.insert(.snapped)
        isWhole = false
    }
}
