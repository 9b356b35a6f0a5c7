import NetTypes

/// The record layer of one direction (RFC 8446 section 5.1, RFC 5246 section 6.2), byte by byte: it hands on the
/// content of handshake records, and knows where records begin to be encrypted.
struct TLSRecordStream {
    /// What a record carries.
    enum ContentType: UInt8 {
        case changeCipherSpec = 20
        case alert = 21
        case handshake = 22
        case applicationData = 23
        case heartbeat = 24
    }

    /// What comes next.
    enum State {
        /// A record, of whose header some bytes may have come.
        case header
        /// A record's content.
        case content(ContentType)
        /// A record of SSL 2, kept in `kept`.
        case ssl2
        /// Only encrypted bytes.
        case encrypted
        /// Nothing that can be read: the records were lost or are none.
        case lost
    }

    /// A step that the caller must take part in.
    enum Step {
        /// The content of a handshake record, in pieces.
        case handshake(ArraySlice<UInt8>)
        /// A message of SSL 2, from its type on.
        case ssl2([UInt8])
        /// A record breaks the rules.
        case malformed
        /// From this index of the input on, all is encrypted.
        case encrypted(Int)
    }

    private(set) var state = State.header
    private let largestHello: Int
    /// Bytes of a header, of a record of SSL 2, or the first of a heartbeat.
    private var kept: [UInt8] = []
    /// Bytes of the record that are still to come.
    private var remaining = 0
    private var isFirst = true
    private var hasChangedCipher = false
    /// True after a hello of SSL 2 to a server of SSL 2: what follows is not TLS.
    private var isSSL2Only = false

    /// The largest record: 16 KiB, and 2 KiB that encryption or compression may add.
    private static let largestRecord = (1 << 14) + 2048

    init(largestHello: Int) {
        self.largestHello = largestHello
    }

    /// Takes bytes off the front up to the next step; nil when all are taken.
    mutating func next(_ input: inout ArraySlice<UInt8>, isRetried: Bool) -> Step? {
        while let first = input.first {
            switch state {
            case .encrypted, .lost:
                input = []
                return nil
            case .header:
                if kept.isEmpty, let step = begin(first, input.startIndex, isRetried) { return step }
                if case .ssl2 = state { continue }
                kept.append(first)
                input = input.dropFirst()
                if kept.count == 5, let step = readHeader() { return step }
            case .content(let type):
                let part = input.prefix(remaining)
                remaining -= part.count
                input = input.dropFirst(part.count)
                let step = content(type, part)
                if remaining == 0 {
                    kept.removeAll(keepingCapacity: true)
                    state = .header
                }
                if let step { return step }
            case .ssl2:
                if let step = takeSSL2(&input) { return step }
            }
        }
        return nil
    }

    /// What the first byte of a record tells. It alone decides, so that no cut comes in between.
    private mutating func begin(_ first: UInt8, _ index: Int, _ isRetried: Bool) -> Step? {
        guard !isSSL2Only else { return encrypt(index) }
        guard let type = ContentType(rawValue: first) else {
            if isFirst, first & 0x80 != 0 {
                state = .ssl2
                return nil
            }
            return lose()
        }
        isFirst = false
        // After a request to try again TLS 1.3 has plain hellos behind its ChangeCipherSpec, which means nothing there.
        let isPlainAfterChange = type == .changeCipherSpec || (type == .handshake && isRetried)
        if type == .applicationData || (hasChangedCipher && !isPlainAfterChange) { return encrypt(index) }
        return nil
    }

    private mutating func encrypt(_ index: Int) -> Step {
        state = .encrypted
        kept = []
        return .encrypted(index)
    }

    private mutating func lose() -> Step {
        state = .lost
        kept = []
        return .malformed
    }

    private mutating func readHeader() -> Step? {
        let length = Int(kept[3]) << 8 | Int(kept[4])
        guard let type = ContentType(rawValue: kept[0]), kept[1] == 3 || kept[1] == 0x7f,
            length <= Self.largestRecord
        else { return lose() }
        kept.removeAll(keepingCapacity: true)
        remaining = length
        if type == .changeCipherSpec { hasChangedCipher = true }
        state = length == 0 ? .header : .content(type)
        return nil
    }

    private mutating func content(_ type: ContentType, _ part: ArraySlice<UInt8>) -> Step? {
        switch type {
        case .handshake: return .handshake(part)
        case .heartbeat: return heartbeat(part)
        case .changeCipherSpec, .alert, .applicationData: return nil
        }
    }

    /// A heartbeat that announces more than its record has room for, with 16 bytes of padding, asks for memory that
    /// is none of its business (RFC 6520 section 4).
    private mutating func heartbeat(_ part: ArraySlice<UInt8>) -> Step? {
        guard kept.count < 3 else { return nil }
        let wanted = part.prefix(3 - kept.count)
        kept += wanted
        let left = remaining + part.count - wanted.count
        guard kept.count == 3 else { return remaining == 0 ? .malformed : nil }
        return Int(kept[1]) << 8 | Int(kept[2]) > left - 16 ? .malformed : nil
    }

    /// Collects a record of SSL 2: two bytes with its length, then a message.
    private mutating func takeSSL2(_ input: inout ArraySlice<UInt8>) -> Step? {
        let length = kept.count < 2 ? 2 : 2 + (Int(kept[0] & 0x7f) << 8 | Int(kept[1]))
        guard length <= 2 + largestHello else { return lose() }
        let part = input.prefix(length - kept.count)
        kept += part
        input = input.dropFirst(part.count)
        guard kept.count >= 2 else { return nil }
        let whole = 2 + (Int(kept[0] & 0x7f) << 8 | Int(kept[1]))
        if kept.count >= 3, kept[2] != 1, kept[2] != 4 { return lose() }
        guard kept.count == whole else { return whole == 2 ? lose() : nil }
        let message = Array(kept.dropFirst(2))
        kept = []
        isFirst = false
        state = .header
        return .ssl2(message)
    }

    /// Says that the flow speaks SSL 2, whose records after the hellos are not read.
    mutating func endSSL2() {
        isSSL2Only = true
    }

    /// Bytes will never come. Returns how many of them were handshake content; nil when records cannot be found again.
    mutating func skip(_ length: UInt64) -> Int? {
        if case .encrypted = state { return 0 }
        guard case .content(let type) = state, length <= UInt64(remaining) else {
            state = .lost
            kept = []
            return nil
        }
        remaining -= Int(length)
        if remaining == 0 {
            kept = []
            state = .header
        }
        return type == .handshake ? Int(length) : 0
    }
}
