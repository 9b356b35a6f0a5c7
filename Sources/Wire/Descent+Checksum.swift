import NetTypes

extension Descent {
    /// Checks the bytes from `at` to `end` together with the pseudo header (RFC 9293 section 3.1, RFC 8200
    /// section 8.1) and notes the result in the packet.
    mutating func verifyChecksum(_ bytes: Span<UInt8>, of transport: TransportProtocol) {
        verifyChecksum(
            bytes, beside: sourceSum &+ destinationSum &+ UInt64(transport.rawValue) &+ UInt64(end - at))
    }

    /// Checks the bytes from `at` to `end` and a sum of what belongs to them, when they are all there.
    mutating func verifyChecksum(_ bytes: Span<UInt8>, beside pseudoHeader: UInt64) {
        guard limits.verifyChecksums && isWhole else { return }
        let sum = InternetChecksum.sum(bytes.extracting(at..<end))
        if InternetChecksum.fold(UInt64(sum) &+ pseudoHeader) == InternetChecksum.valid {
            packet.checksum = .right
        } else {
            packet.checksum = .wrong
            packet.anomalies.insert(.transportChecksum)
        }
    }
}
