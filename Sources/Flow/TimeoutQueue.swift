import NetTypes

/// Flows with the same timeout, the one that has waited longest first.
enum TimeoutQueue: UInt8, CaseIterable {
    // In the order in which flows are given up when the table is full: the least worth keeping first.
    case tcpClosed
    case tcpNew
    case icmp
    case other
    case udp
    case tcpEstablished
    case none

    /// The queue for a flow.
    static func of(_ transport: TransportProtocol, _ state: FlowRecord.State) -> TimeoutQueue {
        switch transport {
        case .tcp:
            switch state {
            case .new: .tcpNew
            case .established: .tcpEstablished
            case .closed: .tcpClosed
            }
        case .udp: .udp
        case .icmp, .icmpv6: .icmp
        default: .other
        }
    }

    /// Its timeout in nanoseconds.
    func timeout(_ timeouts: FlowTimeouts) -> Int64 {
        let seconds =
            switch self {
            case .tcpClosed: timeouts.tcpClosed
            case .tcpNew: timeouts.tcpNew
            case .tcpEstablished: timeouts.tcpEstablished
            case .udp: timeouts.udp
            case .icmp: timeouts.icmp
            case .other, .none: timeouts.other
            }
        return Timestamp(seconds: Int64(clamping: seconds), nanoseconds: 0).nanoseconds
    }
}
