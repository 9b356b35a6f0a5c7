// MPLS label stacks (RFC 3032). Nothing in them says what they carry, so it is guessed from the bytes, as
// every reader has to (RFC 4385 section 2 describes the nibbles).
extension Descent {
    private enum Field {
        static let entry = 0
        static let length = 4
        static let controlWord = 4
        static let macAddresses = 12
    }

    /// Labels with a meaning: the payload's version is given by IPv4 and IPv6 explicit null.
    private enum Label {
        static let ipv4Null: UInt32 = 0
        static let ipv6Null: UInt32 = 2
    }

    private static let bottomOfStack: UInt32 = 0x100

    /// Reads one entry of the stack.
    mutating func mpls(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let entry = bytes.extracting(at..<(at + Field.length)).uint32(Field.entry)
        at += Field.length
        guard entry & Self.bottomOfStack != 0 else { return .mpls }
        switch entry >> 12 {
        case Label.ipv4Null: return .ipv4
        case Label.ipv6Null: return .ipv6
        default: return guessBelowLabels(bytes)
        }
    }

    private mutating func guessBelowLabels(_ bytes: Span<UInt8>) -> Layer {
        guard holds(1) else { return cut() }
        switch bytes[at] >> 4 {
        case 4 where !looksLikeEthernet(bytes, behind: 0): return .ipv4
        case 6 where !looksLikeEthernet(bytes, behind: 0): return .ipv6
        case 0 where looksLikeEthernet(bytes, behind: Field.controlWord):
            at += Field.controlWord
            return .ethernet
        case 1: return .notIP  // The channel of a pseudowire's own messages (RFC 4385 section 5).
        default: return .ethernet
        }
    }

    /// True when an EtherType that is expected under a pseudowire stands where an Ethernet frame would have
    /// it.
    private mutating func looksLikeEthernet(_ bytes: Span<UInt8>, behind skipped: Int) -> Bool {
        guard holds(skipped + Field.macAddresses + 2) else { return false }
        let type = bytes.uint16(at + skipped + Field.macAddresses)
        if type == EtherType.arp { return true }
        if case .notIP = EtherType.layer(of: type) { return false }
        return !looksLikeIP(bytes, at: at + skipped)
    }

    /// True when the bytes are so much like an IP header that a MAC address is the less likely reading.
    private mutating func looksLikeIP(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        switch bytes[start] {
        case 0x45: Int(bytes.uint16(start + 2)) <= end - start + missing
        case 0x60: Int(bytes.uint16(start + 4)) + 40 <= end - start + missing
        default: false
        }
    }
}
