/// Records of comma-separated values (RFC 4180), one after the other. Fields in quotation marks may hold the separator,
/// line breaks, and quotation marks written twice.
struct CSVRecords {
    /// A record, or why it is none.
    enum Record: Equatable {
        case fields([[UInt8]])
        case broken(IndicatorProblem.Reason)
    }

    /// Line of the record that was taken last, from 1.
    private(set) var line = 0
    private let bytes: [UInt8]
    private let separator: UInt8
    private let limit: Int
    private var place = 0
    private var nextLine = 1

    private static let quote = UInt8(ascii: "\"")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// The records of a file. The separator is what its first line has most of: comma, semicolon or tab.
    init(_ bytes: [UInt8], limit: Int) {
        self.bytes = bytes
        self.limit = limit
        let first =
            bytes.split(separator: Self.newline, maxSplits: 64).first { $0.first != UInt8(ascii: "#") } ?? []
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = candidates.map { candidate in first.prefix(limit).count { $0 == candidate } }
        separator = candidates[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    }

    /// The next record that is neither empty nor a comment; nil at the end.
    mutating func next() -> Record? {
        while place < bytes.count {
            let start = place
            line = nextLine
            if bytes[place] == UInt8(ascii: "#") {
                skipLine()
                continue
            }
            let record = read()
            if case .broken = record {
                // What follows its first line is not to be lost with it.
                place = start
                nextLine = line
                skipLine()
            } else if record == .fields([[]]) {
                continue
            }
            return record
        }
        return nil
    }

    private mutating func skipLine() {
        place = (bytes[place...].firstIndex(of: Self.newline) ?? bytes.count - 1) + 1
        nextLine += 1
    }

    private mutating func read() -> Record {
        var fields: [[UInt8]] = []
        let start = place
        while true {
            var field: [UInt8] = []
            if place < bytes.count, bytes[place] == Self.quote {
                guard let text = quoted(start) else {
                    return .broken(place - start > limit ? .tooLong(limit: limit) : .badQuotes)
                }
                field = text
            } else {
                let begin = place
                while place < bytes.count, bytes[place] != separator, bytes[place] != Self.newline {
                    place += 1
                }
                field = Array(bytes[begin..<place])
                if field.last == Self.carriageReturn { field.removeLast() }
            }
            fields.append(field)
            if place - start > limit { return .broken(.tooLong(limit: limit)) }
            guard place < bytes.count else { return .fields(fields) }
            place += 1
            if bytes[place - 1] == Self.newline {
                nextLine += 1
                return .fields(fields)
            }
        }
    }

    /// A field in quotation marks, and `place` behind it; nil when it has no end in sight, or something follows it.
    private mutating func quoted(_ start: Int) -> [UInt8]? {
        var field: [UInt8] = []
        place += 1
        while place < bytes.count, place - start <= limit {
            let byte = bytes[place]
            place += 1
            if byte == Self.newline { nextLine += 1 }
            guard byte == Self.quote else {
                field.append(byte)
                continue
            }
            if place < bytes.count, bytes[place] == Self.quote {
                field.append(Self.quote)
                place += 1
                continue
            }
            if place < bytes.count, bytes[place] == Self.carriageReturn { place += 1 }
            let isEnd = place == bytes.count || bytes[place] == separator || bytes[place] == Self.newline
            return isEnd ? field : nil
        }
        return nil
    }
}
