import NetTypes
import TestSupport

/// Two interfaces with a cable between them, in the network of this thread: frames are sent on the near one, and
/// `haidang live` listens on the far one.
struct LiveCable {
    /// The interface that is sent on.
    static let near = "hd-near"
    /// The interface that is captured on.
    static let far = "hd-far"

    private let socket: PacketSocket

    /// Makes the cable. Frames may be as long as a packet can be.
    init() throws {
        try NetworkNamespace.addPair(Self.near, Self.far, mtu: 65_535)
        socket = try PacketSocket(Self.near)
    }

    /// Sends frames, and says how many.
    @discardableResult
    func send(_ frames: [Frame]) throws -> Int {
        for frame in frames { try socket.send(frame.bytes) }
        return frames.count
    }

    /// Sends a whole conversation in which the client says `text`.
    @discardableResult
    func send(saying text: String, from port: UInt16) throws -> Int {
        var talk = Conversation(client: "198.51.100.7", port, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: text)
        talk.close()
        return try send(talk.frames)
    }

    /// Sends one datagram of so many payload bytes.
    func sendDatagram(bytes: Int) throws {
        let packet = PacketBuilder(source: .literal("192.0.2.1"), destination: .literal("192.0.2.2"))
        let payload = [UInt8](repeating: 0x2e, count: bytes)
        try socket.send(FrameBuilder().frame(packet.udp(from: 1000, to: 2000, payload)))
    }
}
