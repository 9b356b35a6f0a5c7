import NetTypes

/// UDP datagrams between two ends, as a script.
public struct DatagramExchange: Sendable {
    /// The frames so far, in order, numbered from 1.
    public var frames: [Frame] = []
    /// When the next frame is captured.
    public var time: Timestamp
    /// Nanoseconds from one frame to the next.
    public var interval: Int64 = 1_000_000
    /// The link layer of the client's frames; the server's have the hardware addresses exchanged.
    public var framing = FrameBuilder()
    /// The client's end.
    public let client: Endpoint
    /// The server's end.
    public let server: Endpoint

    private var identification: UInt32 = 0

    /// An exchange that has not begun; ports follow their addresses.
    public init(
        client: String, _ clientPort: UInt16, server: String, _ serverPort: UInt16, start: Timestamp = .scene
    ) {
        self.client = Endpoint(address: .literal(client), port: clientPort)
        self.server = Endpoint(address: .literal(server), port: serverPort)
        time = start
    }

    /// Lets capture time pass.
    public mutating func wait(nanoseconds: Int64) {
        time = time.advanced(by: nanoseconds)
    }

    /// The client sends one datagram.
    public mutating func client(sends payload: [UInt8]) {
        send(.toServer, payload)
    }

    /// The server sends one datagram.
    public mutating func server(sends payload: [UInt8]) {
        send(.toClient, payload)
    }

    /// One side sends one datagram.
    public mutating func send(_ direction: Direction, _ payload: [UInt8]) {
        let ends = direction == .toServer ? (client, server) : (server, client)
        var builder = PacketBuilder(source: ends.0.address, destination: ends.1.address)
        builder.identification = identification
        let packet = builder.udp(from: ends.0.port, to: ends.1.port, payload)
        let bytes = (direction == .toServer ? framing : framing.reversed).frame(packet)
        frames.append(Frame(bytes, at: time, number: UInt64(frames.count) + 1))
        identification += 1
        time = time.advanced(by: interval)
    }
}
