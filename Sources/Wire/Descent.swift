import NetTypes

/// The way down through one frame: where we are, how far the bytes of this layer go, and the packet so far.
///
/// Each protocol is an extension in a file of its own, with one function that checks the length of its header
/// once, reads it, moves `at` behind it and says what comes next. Always `0 <= at <= end <= bytes.count`.
struct Descent {
    /// The limits that hold.
    let limits: DecoderConfiguration
    /// The packet, filled in on the way.
    var packet = Packet()
    /// The packet of the innermost tunnel we are in, complete in itself, for when its content does not parse.
    var carrier = Packet()
    /// True once a tunnel was entered and `carrier` is set. (An optional would be copied to be asked.)
    var isInTunnel = false
    /// First byte of the layer that comes next.
    var at = 0
    /// One past its last captured byte.
    var end: Int
    /// Bytes of the layer after `end` that were on the wire but not captured.
    var missing: Int
    /// False when the IP packet is not all there, so that a checksum over it means nothing.
    var isWhole = true
    /// First byte of the innermost IP header.
    var networkStart = 0
    /// Sums of the addresses in the pseudo header of transport checksums. The destination is the final one,
    /// which source routing puts elsewhere than into the IP header.
    var sourceSum: UInt64 = 0
    /// See `sourceSum`.
    var destinationSum: UInt64 = 0
    /// What radiotap said about the 802.11 header behind it.
    var isWirelessHeaderPadded = false
    /// IPv6 extension headers of the innermost packet.
    var extensions = ExtensionHeaders()
    /// Headers that may still be read.
    var layersLeft: Int

    init(_ limits: DecoderConfiguration, end: Int, missing: Int) {
        self.limits = limits
        self.end = end
        self.missing = missing
        layersLeft = limits.layers
    }

    /// Goes down from `first` to an end, which leaves its result in `packet` or `carrier`.
    mutating func run(from first: Layer, _ bytes: Span<UInt8>) -> Ending {
        var layer = first
        while true {
            switch layer {
            case .packet: return .packet
            case .notIP: return isInTunnel ? .carrier : .notIP
            case .broken(let anomaly): return stop(for: anomaly)
            default:
                guard layersLeft > 0 else { return stop(for: .tooDeep) }
                layersLeft -= 1
                layer = read(layer, bytes)
            }
        }
    }

    /// The end when a header does not parse: at the carrier of the tunnel we are in, or with nothing.
    private mutating func stop(for anomaly: Anomaly) -> Ending {
        guard isInTunnel else {
            packet.anomalies.insert(anomaly)
            return .undecoded
        }
        carrier.anomalies.insert(anomaly)
        // A capture that was cut short says nothing against the tunnel, and neither does our own limit.
        if anomaly != .snapped && anomaly != .tooDeep { carrier.anomalies.insert(.tunnelHeader) }
        return .carrier
    }

    /// Reads one header and says what comes next.
    @inline(__always)
    mutating func read(_ layer: Layer, _ bytes: Span<UInt8>) -> Layer {
        switch layer {
        case .ethernet: ethernet(bytes)
        case .ipv4: ipv4(bytes)
        case .ipv6: ipv6(bytes)
        case .tcp: tcp(bytes)
        case .udp: udp(bytes)
        case .vlan: vlan(bytes)
        case .ip: ip(bytes)
        case .icmp: icmp(bytes)
        case .icmpv6: icmpv6(bytes)
        case .sctp: sctp(bytes)
        case .otherTransport: otherTransport()
        case .ipv4InIP: ipInIP(.ipv4)
        case .ipv6InIP: ipInIP(.ipv6)
        case .gre: gre(bytes)
        case .erspan2: erspan2(bytes)
        case .erspan3: erspan3(bytes)
        case .hopByHop: hopByHop(bytes)
        case .routing: routing(bytes)
        case .fragmentHeader: fragmentHeader(bytes)
        case .destinationOptions: destinationOptions(bytes)
        case .authentication: authentication(bytes)
        case .fabricPath: fabricPath()
        case .llc: llc(bytes)
        case .mpls: mpls(bytes)
        case .nsh: nsh(bytes)
        case .pppoe: pppoe(bytes)
        case .ppp: ppp(bytes)
        case .pppHDLC: pppHDLC(bytes)
        case .ciscoHDLC: ciscoHDLC(bytes)
        case .linuxCooked: linuxCooked(bytes)
        case .linuxCooked2: linuxCooked2(bytes)
        case .loopback: loopback(bytes)
        case .wireless: wireless(bytes)
        case .radiotap: radiotap(bytes)
        case .infiniBand: infiniBand(bytes)
        case .packet, .notIP, .broken: layer
        }
    }
}
