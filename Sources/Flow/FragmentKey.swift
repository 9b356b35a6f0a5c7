import NetTypes

/// What makes fragments one datagram (RFC 791 section 3.2, RFC 8200 section 4.5), with the VLAN added so that
/// networks stay apart.
struct FragmentKey: Hashable {
    let source: IPAddress
    let destination: IPAddress
    let identification: UInt32
    /// Part of the key in IPv4 only; 0 in IPv6, where fragments after the first may lie about it.
    let transport: UInt8
    let vlans: VLANStack
}
