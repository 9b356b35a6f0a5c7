import NetTypes
import TestSupport

extension Scenario {
    /// QUIC version 1 with the identifiers and keys that RFC 9001 appendix A.1 publishes: everybody can read the hellos
    /// in its Initial packets, and nobody the rest.
    static var quicInitial: Scenario {
        var traffic = HandshakeTraffic(seed: 49004)
        var talk = DatagramExchange(client: "203.0.113.123", 49004, server: "198.51.100.10", 443)
        let first: [UInt8] = [0x83, 0x94, 0xc8, 0xf0, 0x3e, 0x51, 0x57, 0x08]
        let server: [UInt8] = [0xf0, 0x67, 0xa5, 0x50, 0x2a, 0x42, 0x62, 0xb5]
        // How long it may be idle, how much may be sent, and the client's own identifier, which is empty.
        let parameters = TLSBytes.extended(
            57, [1, 4, 0x80, 0, 0x75, 0x30, 4, 4, 0x80, 0x10, 0, 0, 15, 0])
        let hello = TLSBytes.message(1, traffic.clientHello13(["h3"], session: [], more: parameters))
        let answer = TLSBytes.message(2, traffic.serverHello13(session: []))
        let acknowledgement: [UInt8] = [2, 0, 0, 0, 0]

        talk.client(sends: clientKeys.initial(padded(QUICSealer.crypto(hello, at: 0)), destination: first))
        let greeting = serverKeys.initial(
            acknowledgement + QUICSealer.crypto(answer, at: 0), destination: [], source: server)
        talk.server(
            sends: greeting + handshakePacket(to: [], from: server, 1000, &traffic.noise))
        talk.client(
            sends: clientKeys.initial(padded(acknowledgement), destination: server, number: 1))
        talk.client(sends: handshakePacket(to: server, from: [], 70, &traffic.noise))
        for length in [120, 900] {
            talk.client(
                sends: [0x40 | traffic.noise.bytes(1)[0] & 0x3f] + server + traffic.noise.marked(length))
            talk.server(sends: [0x40 | traffic.noise.bytes(1)[0] & 0x3f] + traffic.noise.marked(length))
        }
        return Scenario("encrypted/quic-initial", talk.frames)
    }

    private static let clientKeys = QUICSealer(
        key: [
            0x1f, 0x36, 0x96, 0x13, 0xdd, 0x76, 0xd5, 0x46, 0x77, 0x30, 0xef, 0xcb, 0xe3, 0xb1, 0xa2, 0x2d,
        ],
        iv: [0xfa, 0x04, 0x4b, 0x2f, 0x42, 0xa3, 0xfd, 0x3b, 0x46, 0xfb, 0x25, 0x5c],
        headerKey: [
            0x9f, 0x50, 0x44, 0x9e, 0x04, 0xa0, 0xe8, 0x10, 0x28, 0x3a, 0x1e, 0x99, 0x33, 0xad, 0xed, 0xd2,
        ])

    private static let serverKeys = QUICSealer(
        key: [
            0xcf, 0x3a, 0x53, 0x31, 0x65, 0x3c, 0x36, 0x4c, 0x88, 0xf0, 0xf3, 0x79, 0xb6, 0x06, 0x7e, 0x37,
        ],
        iv: [0x0a, 0xc1, 0x49, 0x3c, 0xa1, 0x90, 0x58, 0x53, 0xb0, 0xbb, 0xa0, 0x3e],
        headerKey: [
            0xc2, 0x06, 0xb8, 0xd9, 0xb9, 0xf0, 0xf3, 0x76, 0x44, 0x43, 0x0b, 0x49, 0x0e, 0xea, 0xa3, 0x14,
        ])

    /// Frames with PADDING behind them, so that the client's datagram has the 1,200 bytes that it must have (RFC 9000
    /// section 14.1): less 20 of its header and 16 of the tag.
    private static func padded(_ frames: [UInt8]) -> [UInt8] {
        frames + [UInt8](repeating: 0, count: max(0, 1164 - frames.count))
    }

    /// A Handshake packet (RFC 9000 section 17.2.4) with `length` encrypted bytes, its number among them.
    private static func handshakePacket(
        to destination: [UInt8], from source: [UInt8], _ length: Int, _ noise: inout Ciphertext
    ) -> [UInt8] {
        [0xe0 | noise.bytes(1)[0] & 0x0f, 0, 0, 0, 1] + TLSBytes.vector(destination, 1)
            + TLSBytes.vector(source, 1) + TLSBytes.number(0x4000 | length, 2) + noise.bytes(length)
    }

    /// DTLS 1.2, with a client that is asked for a cookie, and certificates in fragments.
    static var datagramTLS: Scenario {
        var traffic = HandshakeTraffic(seed: 49005)
        var talk = DatagramExchange(client: "203.0.113.124", 49005, server: "198.51.100.11", 4433)
        var records = [Direction.toServer: 0, .toClient: 0]
        func send(_ direction: Direction, _ type: UInt8, _ content: [UInt8], epoch: Int = 0) {
            let sequence = records[direction, default: 0]
            records[direction] = sequence + 1
            talk.send(
                direction, TLSBytes.datagramRecord(type, epoch: epoch, sequence: sequence, content))
        }
        func say(_ direction: Direction, _ number: Int, _ message: HandshakeTraffic.Message) {
            for part in TLSBytes.fragments(message.type, number, message.body, size: 500) {
                send(direction, 22, part)
            }
        }
        let cookie = traffic.noise.bytes(20)
        say(.toServer, 0, (1, traffic.clientHello(cookie: [])))
        say(.toClient, 0, (3, [0xfe, 0xff] + TLSBytes.vector(cookie, 1)))
        say(.toServer, 1, (1, traffic.clientHello(cookie: cookie)))
        for (index, message) in traffic.serverFlight(isDatagram: true).enumerated() {
            say(.toClient, index + 1, message)
        }
        say(.toServer, 2, traffic.clientKeyExchange())
        for direction in [Direction.toServer, .toClient] {
            send(direction, 20, [1])
            records[direction] = 0
            send(direction, 22, traffic.noise.bytes(48), epoch: 1)
        }
        for length in [150, 700] {
            send(.toServer, 23, traffic.noise.marked(length), epoch: 1)
            send(.toClient, 23, traffic.noise.marked(length), epoch: 1)
        }
        return Scenario("encrypted/dtls-1.2", talk.frames)
    }
}
