import NetTypes

/// A TCP conversation as a script: who sends what, and which frames that makes.
///
/// ```swift
/// var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
/// talk.handshake()
/// talk.client(sends: "GET / HTTP/1.1\r\nHost: www.example\r\n\r\n")
/// talk.server(sends: page)
/// talk.close()
/// let capture = SavefileBytes.pcap(talk.frames)
/// ```
///
/// The verbs keep the script's place in both streams. `put` writes payload at any stream offset and so makes loss,
/// reordering, duplicates and overlaps; `segment` writes any segment at all. Skipping `handshake` makes a midstream
/// pickup, initial sequence numbers near 2³² make a wrap.
public struct Conversation: Sendable {
    /// The frames so far, in order, numbered from 1. May be edited; see also `takeFrames`.
    public var frames: [Frame] = []
    /// When the next frame is captured.
    public var time: Timestamp
    /// Nanoseconds from one frame to the next.
    public var interval: Int64 = 1_000_000
    /// The link layer of the client's frames; the server's have the hardware addresses exchanged.
    public var framing = FrameBuilder()
    /// Sends the timestamps option (RFC 7323) in every segment, in milliseconds of capture time.
    public var usesTimestamps = false
    /// Answers data with pure acknowledgements, one for every two segments and one for the last.
    public var acknowledges = true

    private var sides: [Side]
    private var count: UInt64 = 0

    /// A conversation that has not begun. Ports follow their addresses; the initial sequence numbers are those of
    /// the two SYNs.
    public init(
        client: String, _ clientPort: UInt16, server: String, _ serverPort: UInt16,
        start: Timestamp = .scene, clientInitial: UInt32 = 1000, serverInitial: UInt32 = 5_000_000
    ) {
        let ends = (IPAddress.literal(client), IPAddress.literal(server))
        sides = [
            Side(from: ends.0, clientPort, to: ends.1, initial: clientInitial),
            Side(from: ends.1, serverPort, to: ends.0, initial: serverInitial),
        ]
        time = start
    }

    /// The client's end.
    public var client: Endpoint { sides[0].end }
    /// The server's end.
    public var server: Endpoint { sides[1].end }

    /// The sequence number of a stream's byte at `offset`.
    public func sequence(_ direction: Direction, at offset: Int = 0) -> UInt32 {
        self[direction].initial &+ 1 &+ UInt32(truncatingIfNeeded: offset)
    }

    /// The sequence number that a side sends next, by the script so far.
    public func nextSequence(_ direction: Direction) -> UInt32 {
        self[direction].next
    }

    /// How many bytes a side has sent by the script so far, the highest offset written.
    public func sent(_ direction: Direction) -> Int {
        Int(self[direction].next &- self[direction].initial &- 1)
    }

    /// Moves a side's place as if `bytes` bytes had been sent that the capture does not hold.
    public mutating func lose(_ direction: Direction, bytes: Int) {
        self[direction].next &+= UInt32(truncatingIfNeeded: bytes)
    }

    /// Lets capture time pass.
    public mutating func wait(nanoseconds: Int64) {
        time = time.advanced(by: nanoseconds)
    }

    /// Hands over the frames so far and forgets them, so that a long conversation need not be kept.
    public mutating func takeFrames() -> [Frame] {
        defer { frames.removeAll(keepingCapacity: true) }
        return frames
    }

    /// Writes one segment, taken as it is; the script's place does not move. The acknowledgement number is the
    /// other side's place unless it is given.
    public mutating func segment(
        _ direction: Direction, sequence: UInt32, acknowledgement: UInt32? = nil,
        flags: TCPSegment.Flags = .ack, options: [UInt8]? = nil, window: UInt16 = 65535,
        urgentPointer: UInt16 = 0, payload: [UInt8] = []
    ) {
        let side = self[direction]
        var segment = TCPSegment(
            from: side.end.port, to: self[direction.reversed].end.port, sequence: sequence,
            acknowledgement: acknowledgement ?? (flags.contains(.ack) ? self[direction.reversed].next : 0),
            flags: flags, options: options ?? usualOptions(direction, flags), payload: payload)
        segment.window = window
        segment.urgentPointer = urgentPointer
        append(side.packet.tcp(segment), direction)
        self[direction].packet.identification += 1
    }

    /// Writes an IP packet of this conversation's addresses, taken as it is (a fragment, another protocol).
    public mutating func append(_ packet: [UInt8], _ direction: Direction) {
        count += 1
        let bytes = (direction == .toServer ? framing : framing.reversed).frame(packet)
        frames.append(Frame(bytes, at: time, number: count))
        time = time.advanced(by: interval)
    }

    /// Moves a side's place to `sequence` when that lies ahead of it (modulo 2³²).
    mutating func reach(_ sequence: UInt32, _ direction: Direction) {
        if Int32(bitPattern: sequence &- self[direction].next) > 0 { self[direction].next = sequence }
    }

    private subscript(direction: Direction) -> Side {
        get { sides[Int(direction.rawValue)] }
        set { sides[Int(direction.rawValue)] = newValue }
    }

    /// A maximum segment size on a SYN, and timestamps where they are used: milliseconds of capture time.
    private func usualOptions(_ direction: Direction, _ flags: TCPSegment.Flags) -> [UInt8] {
        var options: [UInt8] = flags.contains(.syn) ? [2, 4, 0x05, 0xb4] : []
        guard usesTimestamps else { return options }
        let milliseconds = UInt32(truncatingIfNeeded: time.nanoseconds / 1_000_000)
        options += [1, 1, 8, 10]
        options.append(bigEndian: milliseconds)
        options.append(bigEndian: flags.contains(.ack) ? milliseconds &- 1 : 0)
        return options
    }

    /// One end of the conversation and its place in the script.
    private struct Side: Sendable {
        let end: Endpoint
        let initial: UInt32
        var next: UInt32
        var packet: PacketBuilder

        init(from address: IPAddress, _ port: UInt16, to other: IPAddress, initial: UInt32) {
            end = Endpoint(address: address, port: port)
            self.initial = initial
            next = initial &+ 1
            packet = PacketBuilder(source: address, destination: other)
        }
    }
}
