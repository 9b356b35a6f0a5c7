extension IPAddress {
    /// True for an address that is not used on the Internet: by RFC 6890 and the registries it opened, those that are not
    /// globally reachable and name a machine inside somebody's network, on a link or in a host; likewise multicast
    /// and the reserved block of IPv4.
    ///
    /// The networks for documentation and benchmarks (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32,
    /// 198.18.0.0/15) count as public: no real network has them, every example and test of this project stands for a
    /// public one with them, and a form that left them out could not be tried before it is needed. An IPv4 address inside
    /// an IPv6 one (RFC 4291 mapped, RFC 6052 translated) is judged by itself.
    public var isPrivate: Bool {
        if let inner = embedded { return inner.isPrivate }
        let networks = isIPv6 ? Self.privateIPv6 : Self.privateIPv4
        return networks.contains { $0.contains(self) }
    }

    /// The IPv4 address that an address of ::ffff:0:0/96 or 64:ff9b::/96 stands for; nil for any other.
    private var embedded: IPAddress? {
        guard isIPv6, high == 0 && low >> 32 == 0xffff || high == 0x64_ff9b << 32 && low >> 32 == 0 else {
            return nil
        }
        return IPAddress(ipv4: UInt32(truncatingIfNeeded: low))
    }

    private static let privateIPv4 = [
        "0.0.0.0/8",  // RFC 791: this network
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",  // RFC 1918: private use
        "100.64.0.0/10",  // RFC 6598: behind a provider's translator
        "127.0.0.0/8",  // RFC 1122: loopback
        "169.254.0.0/16",  // RFC 3927: link-local
        "192.0.0.0/24",  // RFC 6890: protocol assignments
        "224.0.0.0/4",  // RFC 5771: multicast
        "240.0.0.0/4",  // RFC 1112: reserved, with the broadcast address
    ].compactMap { IPNetwork($0) }

    private static let privateIPv6 = [
        "::/128", "::1/128",  // RFC 4291: unspecified, loopback
        "64:ff9b:1::/48",  // RFC 8215: translation inside a network
        "100::/64",  // RFC 6666: discard
        "fc00::/7",  // RFC 4193: unique local
        "fe80::/10",  // RFC 4291: link-local
        "fec0::/10",  // RFC 3879: site-local, given up
        "ff00::/8",  // RFC 4291: multicast
    ].compactMap { IPNetwork($0) }
}
