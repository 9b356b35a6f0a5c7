import NetTypes

/// One direction of an SSH connection.
struct SSHSide {
    private let direction: Direction
    /// Bytes of a packet that are kept: those of KEXINIT, with its lists.
    private let mostKept: Int
    private var state = State.greeting
    /// The line or packet at hand, as far as it came and is needed.
    private var bytes: [UInt8] = []
    /// Lines before the greeting.
    private var lines = 0
    /// Bytes of the packet at hand that are still to come.
    private var missing = 0

    /// Who it is; nil while that is not known.
    private(set) var greeting: SSHGreeting?
    /// What it offers; nil while that is not known.
    private(set) var offer: SSHOffer?

    /// Bytes of a line with its break (RFC 4253 section 4.2).
    private static let longestLine = 255
    /// Lines that a server may send before its greeting; the RFC has no limit, banners are short.
    private static let mostLines = 64
    /// Length of a packet. The RFC asks for 35,000 at least (section 6.1); programs go up to 256 KiB.
    private static let longestPacket = 256 << 10

    private enum State {
        /// Lines of text.
        case greeting
        /// The length of a packet, its padding length and its message number.
        case header
        /// The rest of a packet.
        case packet
        /// Encrypted.
        case encrypted
        /// Not looked at any more.
        case lost
    }

    init(_ direction: Direction, _ configuration: AppLayerConfiguration) {
        self.direction = direction
        mostKept = configuration.largestHeader
    }

    /// True when no more can be learnt of it.
    var isKnown: Bool { offer != nil || state == .encrypted || state == .lost }

    /// The object of the event; empty when nothing is known.
    var fields: [RecordField] {
        guard let greeting else { return [] }
        var fields = [
            RecordField("proto_version", bytes: greeting.version),
            RecordField("software_version", bytes: greeting.software),
        ]
        if let offer { fields.append(RecordField("hassh", .object(offer.fields))) }
        return fields
    }

    /// Takes the next bytes. Returns from which of them on they are encrypted; nil when none is.
    mutating func take(_ chunk: Span<UInt8>, _ output: ParserOutput) -> Int? {
        var place = 0
        while place < chunk.count {
            switch state {
            case .greeting: place = takeLine(chunk, place, output)
            case .header: place = takeHeader(chunk, place, output)
            case .packet: place = takePacket(chunk, place, output)
            case .encrypted: return place
            case .lost: return nil
            }
        }
        return nil
    }

    /// A gap inside a packet costs what that packet says, unless its number said it all; elsewhere it is lost where
    /// packets begin.
    mutating func gap(_ length: UInt64, _ output: ParserOutput) {
        switch state {
        case .packet where length <= UInt64(missing):
            missing -= Int(length)
            if bytes.count > 1 { bytes = [0] }
            if missing == 0 { endPacket(output) }
        case .encrypted: return
        case .greeting, .header, .packet, .lost: stop(.lost)
        }
    }

    private mutating func takeLine(_ chunk: Span<UInt8>, _ start: Int, _ output: ParserOutput) -> Int {
        var place = start
        while place < chunk.count {
            let byte = chunk[place]
            place += 1
            if byte == UInt8(ascii: "\n") {
                endLine(output)
                return place
            }
            bytes.append(byte)
            if bytes.count >= Self.longestLine {
                fail(output)
                return place
            }
        }
        return place
    }

    private mutating func endLine(_ output: ParserOutput) {
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        let line = bytes
        bytes = []
        if let found = SSHGreeting(line) {
            greeting = found
            if found.isVersion2 { startPacket() } else { stop(.lost) }
            return
        }
        lines += 1
        // Only a server may say something before its greeting (RFC 4253 section 4.2).
        if line.starts(with: "SSH-".utf8) || direction == .toServer || lines > Self.mostLines { fail(output) }
    }

    private mutating func takeHeader(_ chunk: Span<UInt8>, _ start: Int, _ output: ParserOutput) -> Int {
        let count = min(chunk.count - start, 6 - bytes.count)
        bytes.append(copying: chunk.extracting(start..<start + count))
        guard bytes.count == 6 else { return start + count }
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let padding = Int(bytes[4])
        guard length <= Self.longestPacket, padding + 2 <= length else {
            fail(output)
            return start + count
        }
        missing = length - 2
        state = .packet
        // Of all other messages the number is enough.
        if bytes[5] == Message.keyExchangeInit { bytes = Array(bytes[4...]) } else { bytes = [bytes[5]] }
        if missing == 0 { endPacket(output) }
        return start + count
    }

    private mutating func takePacket(_ chunk: Span<UInt8>, _ start: Int, _ output: ParserOutput) -> Int {
        let count = min(chunk.count - start, missing)
        if bytes.count > 1 {
            let kept = min(count, max(0, mostKept - bytes.count))
            bytes.append(copying: chunk.extracting(start..<start + kept))
            if kept < count {
                output.note(.handshakeMalformed)
                bytes = [0]
            }
        }
        missing -= count
        if missing == 0 { endPacket(output) }
        return start + count
    }

    private mutating func endPacket(_ output: ParserOutput) {
        if bytes.count > 1 {
            let payload = bytes.dropFirst().dropLast(Int(bytes[0]))
            if let found = SSHOffer(payload, direction) {
                if offer == nil { offer = found }
            } else {
                output.note(.handshakeMalformed)
            }
        } else if bytes.last == Message.newKeys {
            return stop(.encrypted)
        }
        startPacket()
    }

    private mutating func startPacket() {
        bytes = []
        missing = 0
        state = .header
    }

    private mutating func fail(_ output: ParserOutput) {
        output.note(.handshakeMalformed)
        stop(.lost)
    }

    private mutating func stop(_ last: State) {
        bytes = []
        missing = 0
        state = last
    }

    /// Message numbers (RFC 4250 section 4.1.2).
    private enum Message {
        static let keyExchangeInit: UInt8 = 20
        static let newKeys: UInt8 = 21
    }
}
