import NetTypes

// An IP packet whose version only its first byte tells, and headers where two statements about it disagree.
extension Descent {
    mutating func ip(_ bytes: Span<UInt8>) -> Layer {
        guard holds(1) else { return cut() }
        switch bytes[at] >> 4 {
        case 4: return .ipv4
        case 6: return .ipv6
        default: return .broken(.ipVersionMismatch)
        }
    }

    /// What to do with a packet that is announced as one version and begins like another: believe the packet,
    /// since no payload is to hide behind a wrong EtherType.
    mutating func otherVersion(_ version: UInt8) -> Layer {
        guard version == 4 || version == 6 else { return .broken(.ipVersionMismatch) }
        packet.anomalies.insert(.ipVersionMismatch)
        return version == 4 ? .ipv4 : .ipv6
    }
}
