import NetTypes

/// Cuts one direction of a connection into records (RFC 1002 section 4.3, MS-SMB2 section 2.1), records into
/// messages, and messages into a head that is kept and a payload that is not. It is asked for the next event until
/// it is hungry; after each head it must be told what to do.
final class SMBReader {
    /// What it has come upon.
    enum Event {
        /// The bytes are used up.
        case hungry
        /// As much of the message is in `head` as was asked for, or all of it.
        case head
        /// A part of the payload: a range of the bytes that were fed.
        case payload(Range<Int>)
        /// What should be a record is none; the next one is being looked for.
        case lost
    }

    /// Two encoded names are the longest that the session service sends beside messages (RFC 1002 section 4.3.2).
    private static let longestServiceRecord: UInt64 = 512

    private enum Phase { case frame, search, head, payload, skip }

    private var phase = Phase.frame
    /// The last eight bytes outside of records, the newest lowest.
    private var recent: UInt64 = 0
    private var recentCount = 0
    private var wanted = 4
    /// Bytes of the record and of the message that have not come yet.
    private var recordLeft = 0
    private var messageLeft = 0
    private var payloadLeft = 0
    /// The start of the message at hand.
    private(set) var head: [UInt8] = []
    /// True once the message's length is known to be less than the rest of the record.
    private(set) var isBounded = false
    /// What the messages of the record at hand have in common.
    var chain = SMBChain()
    /// Where the payload goes.
    var sink: SMBSink?

    /// Bytes of the message, as far as its length is known.
    var messageLength: Int { head.count + messageLeft }

    /// The payload that is still to come; nil for none.
    var unfinished: (sink: SMBSink, count: Int)? {
        guard phase == .payload, payloadLeft > 0, let sink else { return nil }
        return (sink, payloadLeft)
    }

    // MARK: Orders, after a head

    /// Asks for a longer head; no more than the message has.
    func want(_ count: Int) {
        wanted = min(count, messageLength)
    }

    /// Says how long the message is, where another one follows it in the record. False when that cannot be.
    func bound(_ length: Int) -> Bool {
        guard length >= head.count, length < messageLength else { return false }
        messageLeft = length - head.count
        isBounded = true
        return true
    }

    /// The head was all; the rest of the message is passed over.
    func skipMessage() {
        payloadLeft = 0
        sink = nil
        phase = .skip
    }

    /// Nothing more of the record is wanted.
    func skipRecord() {
        messageLeft = recordLeft
        skipMessage()
    }

    /// What follows the head is payload.
    func begin(payload length: Int, _ sink: SMBSink?) {
        payloadLeft = min(max(0, length), messageLeft)
        self.sink = sink
        phase = payloadLeft > 0 ? .payload : .skip
    }

    /// The record at hand is none: looks for the next one from its first bytes on.
    func search() {
        let bytes = head
        head.removeAll(keepingCapacity: true)
        phase = .search
        for byte in bytes {
            if phase == .search { search(byte) } else { addToHead(byte) }
        }
    }

    // MARK: Events

    func next(_ bytes: Span<UInt8>, _ position: inout Int) -> Event {
        while true {
            switch phase {
            case .frame:
                guard position < bytes.count else { return .hungry }
                if !frame(bytes, &position) { return .lost }
            case .search:
                guard position < bytes.count else { return .hungry }
                search(bytes, &position)
            case .head:
                guard head.count < wanted, messageLeft > 0 else { return .head }
                guard position < bytes.count else { return .hungry }
                let count = min(wanted - head.count, messageLeft, bytes.count - position)
                head.append(copying: bytes.extracting(position..<position + count))
                consume(count, &position)
            case .payload:
                guard payloadLeft > 0 else {
                    phase = .skip
                    continue
                }
                guard position < bytes.count else { return .hungry }
                let count = min(payloadLeft, bytes.count - position)
                let range = position..<position + count
                payloadLeft -= count
                consume(count, &position)
                return .payload(range)
            case .skip:
                let count = min(messageLeft, bytes.count - position)
                consume(count, &position)
                guard messageLeft == 0 else { return .hungry }
                endMessage()
            }
        }
    }

    /// Bytes that will never come. Returns how many of the payload at hand are among them, where these lie, and
    /// whether there can have been messages among them.
    func lose(_ length: UInt64) -> (sink: SMBSink?, count: Int, hasLostMessages: Bool) {
        guard phase != .frame, phase != .search, length <= UInt64(recordLeft) else {
            let lost = (phase == .payload ? sink : nil, phase == .payload ? payloadLeft : 0, true)
            forget()
            return lost
        }
        var left = Int(length)
        let isPayload = phase == .payload
        let target = sink
        let lost = isPayload ? min(left, payloadLeft) : 0
        payloadLeft -= lost
        messageLeft -= lost
        recordLeft -= lost
        left -= lost
        let isInside = phase != .head && left <= messageLeft
        if isInside {
            messageLeft -= left
            recordLeft -= left
            sink?.advance(lost)
        } else {
            recordLeft -= left
            skipRecord()
        }
        return (target, lost, !isInside)
    }

    private func consume(_ count: Int, _ position: inout Int) {
        position += count
        messageLeft -= count
        recordLeft -= count
    }

    private func forget() {
        phase = .search
        recent = .max
        recentCount = 0
        head.removeAll(keepingCapacity: true)
        sink = nil
    }

    /// Takes bytes of a record's header. False when it is no header.
    private func frame(_ bytes: Span<UInt8>, _ position: inout Int) -> Bool {
        recent = recent << 8 | UInt64(bytes[position])
        recentCount += 1
        position += 1
        guard recentCount == 4 else { return true }
        switch UInt8(truncatingIfNeeded: recent >> 24) {
        case 0:
            beginRecord(Int(recent & 0xff_ffff), isMessage: true)
            return true
        case 0x81...0x85 where recent & 0xff_ffff <= Self.longestServiceRecord:
            beginRecord(Int(recent & 0xff_ffff), isMessage: false)
            return true
        default:
            phase = .search
            return false
        }
    }

    private func search(_ bytes: Span<UInt8>, _ position: inout Int) {
        while position < bytes.count, phase == .search {
            search(bytes[position])
            position += 1
        }
    }

    /// Looks for a record of at least an SMB1 header that begins with one of the four protocol identifiers.
    private func search(_ byte: UInt8) {
        recent = recent << 8 | UInt64(byte)
        let length = Int(recent >> 32 & 0xff_ffff)
        guard recent >> 56 == 0, length >= 32, Self.isIdentifier(UInt32(truncatingIfNeeded: recent)) else {
            return
        }
        beginRecord(length, isMessage: true)
        for shift in [24, 16, 8, 0] { addToHead(UInt8(truncatingIfNeeded: recent >> UInt64(shift))) }
    }

    private func addToHead(_ byte: UInt8) {
        head.append(byte)
        messageLeft -= 1
        recordLeft -= 1
    }

    /// True for FC, FD, FE or FF and "SMB", in network order.
    static func isIdentifier(_ word: UInt32) -> Bool {
        word & 0xff_ffff == 0x53_4d42 && word >> 24 >= 0xfc
    }

    private func beginRecord(_ length: Int, isMessage: Bool) {
        recordLeft = length
        recentCount = 0
        chain = SMBChain()
        beginMessage()
        // The answers and keep-alives of the session service (types 81 to 85 in hexadecimal) say nothing of files.
        if !isMessage || length == 0 { skipRecord() }
    }

    private func beginMessage() {
        head.removeAll(keepingCapacity: true)
        isBounded = false
        messageLeft = recordLeft
        wanted = 4
        sink = nil
        phase = .head
        chain.count += 1
    }

    private func endMessage() {
        if recordLeft > 0 {
            beginMessage()
        } else {
            phase = .frame
            recentCount = 0
            recent = 0
        }
    }
}
