import NetTypes

/// The replies to one command, line by line: preliminary ones and the last (RFC 959 section 4.2).
struct FTPReply {
    /// What a line did to the reply at hand.
    enum Step: Equatable {
        /// It goes on.
        case more
        /// It is whole, and has this code.
        case whole(Int)
        /// The line is none of a reply.
        case malformed
    }

    /// Lines kept of the replies to one command; a help text has fewer than a hundred.
    private static let mostLines = 1024

    private let limit: Int
    private var room: Int
    private var codes: [RecordValue] = []
    private var lines: [RecordValue] = []
    /// The code of a reply of several lines whose last line has not come.
    private var open: Int?
    /// Text of the last line.
    private(set) var last: [UInt8] = []
    /// True when lines were left out.
    private(set) var isTruncated = false

    /// A reply without lines, of which `limit` bytes are kept.
    init(limit: Int) {
        self.limit = limit
        room = limit
    }

    /// True when no line has come.
    var isEmpty: Bool { lines.isEmpty && !isTruncated }

    /// Takes the next line.
    mutating func take(_ line: FTPLineReader.Line) -> Step {
        let code = Self.code(line.bytes)
        let mark = line.bytes.count > 3 ? line.bytes[3] : 0x20
        let isCoded = code != nil && (mark == 0x20 || mark == 0x2d)
        last = Array(isCoded ? line.bytes.dropFirst(4) : line.bytes[...])
        keep(isCoded ? code : nil, line)
        if let open {
            guard code == open, mark == 0x20 else { return .more }
            self.open = nil
            return .whole(open)
        }
        guard let code, isCoded else { return .malformed }
        if mark == 0x2d {
            open = code
            return .more
        }
        return .whole(code)
    }

    /// Bytes were lost: a last line that is waited for may be among them.
    mutating func lose() {
        open = nil
    }

    /// The fields of the record that say what was replied.
    var fields: [RecordField] {
        var fields: [RecordField] = []
        if !codes.isEmpty { fields.append(RecordField("completion_code", .list(codes))) }
        if !lines.isEmpty { fields.append(RecordField("reply", .list(lines))) }
        return fields
    }

    private mutating func keep(_ code: Int?, _ line: FTPLineReader.Line) {
        let text = last.prefix(min(RecordValue.longestText, max(0, room)))
        if line.isTruncated || text.count < last.count { isTruncated = true }
        guard lines.count < Self.mostLines, room > 0 else {
            isTruncated = true
            return
        }
        room -= max(1, text.count)
        if let code { codes.append(.text(String(code))) }
        lines.append(.text(String(decoding: text, as: UTF8.self)))
    }

    /// Three digits at the start of a line, the first from 1 to 6 (RFC 2228 has the sixes).
    private static func code(_ line: [UInt8]) -> Int? {
        guard line.count >= 3, (0x31...0x36).contains(line[0]) else { return nil }
        var code = 0
        for digit in line[..<3] {
            guard (0x30...0x39).contains(digit) else { return nil }
            code = code * 10 + Int(digit - 0x30)
        }
        return code
    }
}
