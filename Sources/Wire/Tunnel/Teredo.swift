// Teredo (RFC 4380): IPv6 in UDP, with optional authentication and origin indications before it.
extension Descent {
    private enum Indication {
        static let authentication: UInt16 = 0x0001
        static let origin: UInt16 = 0x0000
        static let originLength = 8
        static let identifierLength = 2
        static let valueLength = 3
        /// Type, the two lengths, the nonce and the confirmation byte.
        static let authenticationLength = 13
    }

    private enum Inner {
        static let payloadLength = 4
        static let length = 40
    }

    mutating func teredo(_ bytes: Span<UInt8>) -> Layer {
        let start = at
        skipIndications(bytes)
        guard beginsLikeIPv6(bytes) else {
            at = start
            return .packet
        }
        return enter(.ipv6)
    }

    private mutating func skipIndications(_ bytes: Span<UInt8>) {
        if holds(Indication.authenticationLength) && bytes.uint16(at) == Indication.authentication {
            let length =
                Indication.authenticationLength + Int(bytes[at + Indication.identifierLength])
                + Int(bytes[at + Indication.valueLength])
            if holds(length) { at += length }
        }
        if holds(Indication.originLength) && bytes.uint16(at) == Indication.origin {
            at += Indication.originLength
        }
    }

    /// The port alone proves nothing (any client may have it): there has to be an IPv6 header whose length
    /// fits what was on the wire. Trailers may follow (RFC 6081).
    private mutating func beginsLikeIPv6(_ bytes: Span<UInt8>) -> Bool {
        guard holds(Inner.length), bytes[at] >> 4 == 6 else { return false }
        return Inner.length + Int(bytes.uint16(at + Inner.payloadLength)) <= end - at + missing
    }
}
