// BSD loopback (link types 0 and 108): an address family in four bytes, in the byte order of the machine that
// captured it or in network order.
extension Descent {
    private enum Field {
        static let family = 0
        static let length = 4
    }

    /// Numbers of address families; that of IPv6 differs between the systems.
    private enum Family {
        static let ipv4: UInt32 = 2
        static let ipv6Linux: UInt32 = 10
        static let ipv6NetBSD: UInt32 = 24
        static let ipv6FreeBSD: UInt32 = 28
        static let ipv6Darwin: UInt32 = 30
    }

    mutating func loopback(_ bytes: Span<UInt8>) -> Layer {
        guard holds(Field.length) else { return cut() }
        let family = bytes.extracting(at..<(at + Field.length)).uint32(Field.family)
        at += Field.length
        // Families are small numbers, so the order is the one that makes it small.
        switch min(family, family.byteSwapped) {
        case Family.ipv4: return .ipv4
        case Family.ipv6Linux, Family.ipv6NetBSD, Family.ipv6FreeBSD, Family.ipv6Darwin: return .ipv6
        default: return .notIP
        }
    }
}
