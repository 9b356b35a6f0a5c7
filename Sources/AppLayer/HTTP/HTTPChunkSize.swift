/// The line before a chunk (RFC 9112 section 7.1), read byte by byte.
struct HTTPChunkSize {
    /// What came before the extensions: needed when it turns out that the body is not chunked.
    private(set) var raw: [UInt8] = []
    private var value: UInt64 = 0
    private var digits = 0
    private var state = State.leading
    private var length = 0

    private enum State { case leading, digits, trailing }

    /// What a byte made of the line.
    enum Outcome: Equatable {
        case more
        case size(UInt64)
        case malformed
    }

    /// Takes a byte. White space and empty lines before the digits are passed over, as browsers do. The line has a
    /// limit in bytes.
    mutating func take(_ byte: UInt8, limit: Int) -> Outcome {
        length += 1
        if state != .trailing { raw.append(byte) }
        guard length <= limit, raw.count <= Self.mostRaw else { return .malformed }
        switch state {
        case .leading, .digits:
            if let digit = HTTPValue.hex(byte) {
                guard digits < 15 else { return .malformed }
                state = .digits
                digits += value > 0 || digit > 0 ? 1 : 0
                value = value << 4 | UInt64(digit)
                return .more
            }
            if byte == 0x0a { return state == .digits ? .size(value) : .more }
            if byte == 0x0d || byte == 0x20 || byte == 0x09 || byte == 0x0b || byte == 0x0c {
                if state == .digits { state = .trailing }
                return .more
            }
            guard byte == 0x3b, state == .digits else { return .malformed }
            state = .trailing
            return .more
        case .trailing:
            return byte == 0x0a ? .size(value) : .more
        }
    }

    /// Bytes before the extensions at most: enough for digits with many zeros before them.
    private static let mostRaw = 64
}
