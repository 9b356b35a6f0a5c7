import NetTypes

// Options in the hop-by-hop and destination headers of IPv6 (RFC 8200 section 4.2).
extension Descent {
    private enum Kind {
        static let pad1: UInt8 = 0
        static let jumboPayload: UInt8 = 0xc2
        static let homeAddress: UInt8 = 0xc9
    }

    private static let jumboLength = 4
    private static let address = 16

    /// Walks hop-by-hop options; a jumbo payload (RFC 2675) bounds the packet.
    mutating func hopByHopOptions(_ options: Span<UInt8>) {
        var next = 0
        while let option = nextOption(options, &next) {
            guard options[option.lowerBound] == Kind.jumboPayload else { continue }
            let value = option.lowerBound + 2
            guard option.upperBound - value == Self.jumboLength else {
                packet.anomalies.insert(.ipv6Extensions)
                continue
            }
            takeJumbo(Int(options.uint32(value)))
        }
        if extensions.mayBeJumbo && !extensions.isJumbo { packet.anomalies.insert(.ipv6Extensions) }
    }

    /// Walks destination options; the home address of a mobile node (RFC 6275 section 6.3) takes the place of
    /// the source in the transport checksum.
    mutating func destinationOptionList(_ options: Span<UInt8>) {
        var next = 0
        while let option = nextOption(options, &next) {
            guard options[option.lowerBound] == Kind.homeAddress else { continue }
            let value = option.lowerBound + 2
            guard option.upperBound - value == Self.address else { continue }
            sourceSum = InternetChecksum.sum(
                IPAddress(high: options.uint64(value), low: options.uint64(value + 8)))
        }
    }

    /// The whole option at or after `next`, which moves behind it; nil at the end, or when it does not parse.
    private mutating func nextOption(_ options: Span<UInt8>, _ next: inout Int) -> Range<Int>? {
        while next < options.count && options[next] == Kind.pad1 { next += 1 }
        guard next < options.count else { return nil }
        guard next + 1 < options.count, case let length = Int(options[next + 1]) + 2,
            length <= options.count - next
        else {
            packet.anomalies.insert(.ipv6Extensions)
            return nil
        }
        defer { next += length }
        return next..<(next + length)
    }

    private mutating func takeJumbo(_ length: Int) {
        guard extensions.mayBeJumbo, !extensions.isJumbo, length > Int(UInt16.max) else {
            packet.anomalies.insert(.ipv6Extensions)
            return
        }
        extensions.isJumbo = true
        bound(toPayload: length)
    }
}
