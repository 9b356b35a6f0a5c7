extension Anomaly {
    /// The name in the event log: the layer that saw it, a dot, what it is. Never changes once released.
    public var name: String {
        switch self {
        case .truncatedHeader: "decode.truncated_header"
        case .snapped: "decode.snapped"
        case .unknownLinkType: "decode.unknown_link_type"
        case .tooDeep: "decode.too_deep"
        case .ipVersionMismatch: "decode.ip_version_mismatch"
        case .ipv4HeaderLength: "decode.ipv4_header_length"
        case .ipLengthBeyondFrame: "decode.ip_length_beyond_frame"
        case .ipv4Options: "decode.ipv4_options"
        case .ipv4Checksum: "decode.ipv4_checksum"
        case .ipv6Extensions: "decode.ipv6_extensions"
        case .tcpHeaderLength: "decode.tcp_header_length"
        case .tcpOptions: "decode.tcp_options"
        case .tcpFlags: "decode.tcp_flags"
        case .udpLength: "decode.udp_length"
        case .transportChecksum: "decode.transport_checksum"
        case .tunnelHeader: "decode.tunnel_header"
        case .fragmentOverlap: "defrag.overlap"
        case .fragmentConflict: "defrag.overlap_different_data"
        case .fragmentBounds: "defrag.bounds"
        case .fragmentTimeout: "defrag.timeout"
        case .fragmentLimit: "defrag.limit"
        case .flowEvicted: "flow.evicted"
        case .timeRegressed: "flow.time_regressed"
        case .streamOverlap: "stream.overlap"
        case .streamConflict: "stream.overlap_different_data"
        case .streamGap: "stream.gap"
        case .streamOutOfWindow: "stream.out_of_window"
        case .streamPAWS: "stream.paws"
        case .streamLimit: "stream.limit"
        case .streamSYN: "stream.unexpected_syn"
        case .streamRST: "stream.unexpected_rst"
        case .streamUrgent: "stream.urgent"
        case .streamChecksum: "stream.checksum"
        case .scanTimeout: "scan.timeout"
        case .scanFailed: "scan.failed"
        case .scanLimit: "scan.limit"
        }
    }

    /// The layer that saw it: `decode`, `defrag`, `flow`, `stream` or `scan`.
    public var layer: String {
        String(name.prefix { $0 != "." })
    }
}
