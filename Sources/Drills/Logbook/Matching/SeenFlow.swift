import Incidents
import NetTypes

/// What a `flow` event says of a flow, as far as it tells whether the client got through.
struct SeenFlow {
    /// Who began.
    let client: Endpoint
    /// Whom it was meant for.
    let server: Endpoint
    /// Its first packet.
    let start: Timestamp
    /// Its last packet.
    let end: Timestamp
    /// Bytes that the server sent.
    let bytesToClient: UInt64
    /// True for TCP.
    let isTCP: Bool
    /// True when the server answered, other than to refuse a connection.
    let isAnswered: Bool
    /// True when the server, or somebody in its name, refused a TCP connection by a reset.
    let isRefused: Bool

    private static let fin: UInt64 = 0x01
    private static let syn: UInt64 = 0x02
    private static let reset: UInt64 = 0x04
    private static let push: UInt64 = 0x08

    /// A flow from its event; nil for an event without addresses or times.
    init?(_ event: LoggedEvent) {
        guard let client = event.endpoint("src"), let server = event.endpoint("dest"),
            let end = event.time("flow.end") ?? event.timestamp
        else { return nil }
        (self.client, self.server, self.end) = (client, server, end)
        start = min(event.time("flow.start") ?? end, end)
        bytesToClient = UInt64(max(0, event.number("flow.bytes_toclient") ?? 0))
        isTCP = event.text("proto")?.uppercased() == "TCP"
        let packets = event.number("flow.pkts_toclient") ?? 0
        let flags = event.text("tcp.tcp_flags_tc").flatMap { UInt64($0, radix: 16) }
        // A reset without a handshake and without data: nobody took the connection.
        let onlyReset = flags.map { $0 & Self.reset != 0 && $0 & (Self.syn | Self.push | Self.fin) == 0 }
        isRefused =
            isTCP && packets > 0 && onlyReset == true && event.text("tcp.state") != "established"
        isAnswered = packets > 0 && !isRefused
    }
}

extension LoggedEvent {
    /// The end of a flow that the event names, `src` or `dest`; port 0 where it has none. Nil without an address.
    func endpoint(_ name: String) -> Endpoint? {
        guard let address = text("\(name)_ip").flatMap({ IPAddress($0) }) else { return nil }
        return Endpoint(address: address, port: UInt16(exactly: number("\(name)_port") ?? 0) ?? 0)
    }
}
