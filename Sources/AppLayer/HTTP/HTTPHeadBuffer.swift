import NetTypes

/// The bytes of a head while it is not whole.
struct HTTPHeadBuffer {
    /// What came of it, without empty lines before it.
    private(set) var bytes: [UInt8] = []
    private var lineLength = 0
    /// True while a line is passed over that cannot be a first line.
    private var isPassing = false
    private(set) var lines = 0

    /// What came of bytes.
    enum Outcome {
        /// More is needed.
        case more
        /// The empty line has come.
        case complete
        /// It does not begin like a message.
        case foreign
        /// It is longer than it may be.
        case overflow
    }

    /// Takes bytes up to the end of the head; how many, and what came of them.
    mutating func take(_ more: Span<UInt8>, isResponse: Bool, limit: Int) -> (count: Int, outcome: Outcome) {
        for index in 0..<more.count {
            let byte = more[index]
            if byte == 0x0a {
                if lineLength == 0, !bytes.isEmpty {
                    bytes.append(byte)
                    return (index + 1, .complete)
                }
                if bytes.isEmpty { continue }
                lines += 1
                lineLength = 0
            } else if byte == 0x0d {
                if bytes.isEmpty { continue }
            } else if byte == 0, bytes.isEmpty, !isResponse {
                // The zero of a keep-alive probe (RFC 9293 section 3.8.4), which a stream that is picked up in its
                // midst may begin with.
                continue
            } else {
                lineLength += 1
                guard begins(byte, isResponse: isResponse) else {
                    bytes.append(byte)
                    return (index + 1, .foreign)
                }
            }
            bytes.append(byte)
            if bytes.count > limit { return (index + 1, .overflow) }
        }
        return (more.count, .more)
    }

    /// True when a message may have this byte next. Requests begin with the letters of a method, responses with
    /// the name of the protocol, in any case.
    private func begins(_ byte: UInt8, isResponse: Bool) -> Bool {
        let lower = byte | 0x20
        guard isResponse else { return !bytes.isEmpty || 0x61...0x7a ~= lower }
        let name: [4 of UInt8] = [0x68, 0x74, 0x74, 0x70]
        return bytes.count >= 4 || name[bytes.count] == lower
    }

    /// Looks for the first line of a message: takes bytes up to the end of a line. True when the line is one, which
    /// is then kept as the start of a head; otherwise it is forgotten.
    mutating func seek(_ more: Span<UInt8>, isResponse: Bool) -> (count: Int, isFound: Bool) {
        var index = 0
        while index < more.count {
            if bytes.isEmpty, !isPassing, !Self.mayBegin(more[index], isResponse: isResponse) {
                isPassing = true
            }
            let start = index
            while index < more.count, more[index] != 0x0a { index += 1 }
            let isLine = index < more.count
            if isLine { index += 1 }
            // What a first line is recognised by lies in its first and last bytes; the middle of one that is
            // longer than any is not kept.
            let room = isPassing ? 0 : Self.longestLine - bytes.count
            bytes.append(copying: more.extracting(start..<min(index, start + room)))
            guard isLine else { break }
            if !isPassing, bytes.count < Self.longestLine, isFirstLine(isResponse: isResponse) {
                (lines, lineLength) = (1, 0)
                return (index, true)
            }
            isPassing = false
            bytes.removeAll(keepingCapacity: true)
        }
        return (more.count, false)
    }

    /// True when a first line that is looked for may begin so.
    private static func mayBegin(_ byte: UInt8, isResponse: Bool) -> Bool {
        isResponse ? byte == UInt8(ascii: "H") : 0x41...0x5a ~= byte
    }

    /// Bytes of the longest first line that is looked for; servers refuse longer ones.
    private static let longestLine = 8 << 10

    private func isFirstLine(isResponse: Bool) -> Bool {
        let mark = Array("HTTP/1.".utf8)
        if isResponse { return bytes.starts(with: mark) }
        guard let first = bytes.first, 0x41...0x5a ~= first else { return false }
        let line = HTTPValue.trimmed(bytes[...])
        return line.count > 12 && line.suffix(8).starts(with: mark)
    }

    /// True when it is one line without a protocol, as requests of HTTP/0.9 are.
    var isSimpleRequest: Bool {
        guard lines == 1, lineLength == 0 else { return false }
        return HTTPValue.trimmed(bytes[...]).split(separator: 0x20).count == 2
    }

    /// Gives the head away.
    mutating func release() -> [UInt8] {
        defer { self = HTTPHeadBuffer() }
        return bytes
    }
}
