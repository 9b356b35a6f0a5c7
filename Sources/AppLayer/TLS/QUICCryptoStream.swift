/// The handshake messages in the CRYPTO frames of one direction's Initial packets (RFC 9000 section 19.6).
struct QUICCryptoStream {
    private var buffer: FragmentBuffer
    private var messages: HandshakeAssembler
    private var taken = 0

    init(largestHello: Int) {
        buffer = FragmentBuffer(limit: largestHello)
        messages = HandshakeAssembler(largestHello: largestHello)
    }

    /// Takes the frames of a packet (RFC 9000 section 12.4). False when one does not parse, is not allowed in an
    /// Initial packet, or is over the limit.
    mutating func take(_ payload: ArraySlice<UInt8>) -> Bool {
        var reader = HandshakeReader(payload)
        while let type = reader.number(1) {
            switch type {
            case 0, 1: continue
            case 2, 3:
                guard Self.skipAcknowledgement(&reader, hasCounts: type == 3) else { return false }
            case 6:
                guard let offset = reader.variableLength(), let length = reader.variableLength(),
                    let data = reader.take(length), let place = Int(exactly: offset),
                    buffer.insert(data, at: place)
                else { return false }
            case 0x1c:
                // The connection is being closed; only its reason follows.
                return true
            default: return false
            }
        }
        return true
    }

    private static func skipAcknowledgement(_ reader: inout HandshakeReader, hasCounts: Bool) -> Bool {
        guard reader.variableLength() != nil, reader.variableLength() != nil,
            let ranges = reader.variableLength(),
            reader.variableLength() != nil, ranges <= UInt64(reader.rest.count)
        else { return false }
        for _ in 0..<ranges {
            guard reader.variableLength() != nil, reader.variableLength() != nil else { return false }
        }
        guard hasCounts else { return true }
        for _ in 0..<3 where reader.variableLength() == nil { return false }
        return true
    }

    /// The next message that is whole.
    mutating func next() -> HandshakeMessage? {
        var part = buffer.slice(from: taken, to: buffer.contiguous)
        let message = messages.next(&part)
        taken = buffer.contiguous - part.count
        return message
    }

    /// True once a message was over its limit or of no known type.
    var isMalformed: Bool { messages.isMalformed }
}
