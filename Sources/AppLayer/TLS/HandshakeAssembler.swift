/// Puts handshake messages together from the bytes of one direction, whatever records they come in. What nothing is
/// read from, and what is over a limit, is passed over without being kept.
struct HandshakeAssembler {
    private let largestHello: Int
    private var header: [UInt8] = []
    private var kind: HandshakeMessage.Kind?
    private var body: [UInt8] = []
    /// Bytes of the message that are still to come.
    private var remaining = 0
    /// True once a message was over its limit or of no known type.
    private(set) var isMalformed = false
    /// True once bytes of a message were lost, so that this one is given up.
    private var isDamaged = false
    /// True once it is not known any more where messages begin.
    private var isLost = false

    init(largestHello: Int) {
        self.largestHello = largestHello
    }

    /// Takes bytes off the front until a message is whole; nil when all are taken and it is not.
    mutating func next(_ input: inout ArraySlice<UInt8>) -> HandshakeMessage? {
        while !input.isEmpty, !isLost {
            if header.count < 4 {
                let part = input.prefix(4 - header.count)
                header += part
                input = input.dropFirst(part.count)
                guard header.count == 4 else { return nil }
                begin()
            }
            let part = input.prefix(remaining)
            if kind != nil { body += part }
            remaining -= part.count
            input = input.dropFirst(part.count)
            if remaining == 0, let message = end() { return message }
        }
        return nil
    }

    /// Bytes will never come. Within a message the next one is found again; else no more messages are.
    mutating func skip(_ count: Int) {
        guard header.count == 4, count <= remaining else {
            isLost = true
            body = []
            return
        }
        isDamaged = true
        kind = nil
        body = []
        remaining -= count
        if remaining == 0 { _ = end() }
    }

    private mutating func begin() {
        remaining = Int(header[1]) << 16 | Int(header[2]) << 8 | Int(header[3])
        kind = HandshakeMessage.Kind(rawValue: header[0])
        if let kind, remaining > HandshakeMessage.limit(kind, largestHello) {
            isMalformed = true
            self.kind = nil
        }
        if !HandshakeMessage.isKnown(header[0]) { isMalformed = true }
    }

    private mutating func end() -> HandshakeMessage? {
        defer {
            header.removeAll(keepingCapacity: true)
            kind = nil
            body = []
            isDamaged = false
        }
        guard let kind, !isDamaged else { return nil }
        return HandshakeMessage(kind: kind, body: body)
    }
}
