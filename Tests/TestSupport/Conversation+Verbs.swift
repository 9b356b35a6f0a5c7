import NetTypes

extension Conversation {
    /// SYN, SYN and ACK, ACK.
    public mutating func handshake() {
        segment(.toServer, sequence: sequence(.toServer) &- 1, flags: .syn)
        segment(.toClient, sequence: sequence(.toClient) &- 1, flags: [.syn, .ack])
        segment(.toServer, sequence: sequence(.toServer))
    }

    /// The client sends bytes, cut into segments of at most `segment` bytes.
    public mutating func client(sends bytes: [UInt8], segment size: Int = 1448) {
        send(.toServer, bytes, segment: size)
    }

    /// The client sends text in UTF-8.
    public mutating func client(sends text: String, segment size: Int = 1448) {
        send(.toServer, Array(text.utf8), segment: size)
    }

    /// The server sends bytes, cut into segments of at most `segment` bytes.
    public mutating func server(sends bytes: [UInt8], segment size: Int = 1448) {
        send(.toClient, bytes, segment: size)
    }

    /// The server sends text in UTF-8.
    public mutating func server(sends text: String, segment size: Int = 1448) {
        send(.toClient, Array(text.utf8), segment: size)
    }

    /// One side sends bytes, cut into segments; the other acknowledges them unless `acknowledges` is off.
    public mutating func send(_ direction: Direction, _ bytes: [UInt8], segment size: Int = 1448) {
        precondition(size > 0, "a segment with data has at least one byte")
        for (index, start) in stride(from: 0, to: bytes.count, by: size).enumerated() {
            let end = min(start + size, bytes.count)
            segment(
                direction, sequence: nextSequence(direction),
                flags: end == bytes.count ? [.psh, .ack] : .ack, payload: Array(bytes[start..<end]))
            reach(nextSequence(direction) &+ UInt32(end - start), direction)
            if acknowledges, index % 2 == 1 || end == bytes.count { acknowledge(direction) }
        }
    }

    /// One segment with the payload at a stream offset of the sender's choice. The sender's place moves only when
    /// the payload ends beyond it. Nothing is acknowledged.
    public mutating func put(_ direction: Direction, at offset: Int, _ payload: [UInt8]) {
        let start = sequence(direction, at: offset)
        segment(direction, sequence: start, flags: [.psh, .ack], payload: payload)
        reach(start &+ UInt32(payload.count), direction)
    }

    /// One segment with text in UTF-8 at a stream offset; see the other `put`.
    public mutating func put(_ direction: Direction, at offset: Int, _ text: String) {
        put(direction, at: offset, Array(text.utf8))
    }

    /// A pure acknowledgement of everything sent in `direction`, by the side that receives it.
    public mutating func acknowledge(_ direction: Direction) {
        segment(direction.reversed, sequence: nextSequence(direction.reversed))
    }

    /// The orderly end: the client's FIN, the server's, and the last acknowledgement.
    public mutating func close() {
        finish(.toServer)
        finish(.toClient)
        acknowledge(.toClient)
    }

    /// One side's FIN.
    public mutating func finish(_ direction: Direction) {
        segment(direction, sequence: nextSequence(direction), flags: [.fin, .ack])
        reach(nextSequence(direction) &+ 1, direction)
    }

    /// One side resets the connection.
    public mutating func reset(by direction: Direction = .toServer) {
        segment(direction, sequence: nextSequence(direction), flags: [.rst, .ack])
    }
}
