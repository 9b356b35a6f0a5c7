/// Reads comma-separated values (RFC 4180): fields in quotation marks may have commas, line ends and doubled quotation
/// marks in them. Lines end with CRLF or LF; an empty line has no fields, and a byte order mark is left out.
struct CommaSeparated {
    /// Fields of a record, and the line of the file that it begins in, from 1.
    struct Record: Equatable {
        var line: Int
        var fields: [String]
    }

    /// Where it does not hold together.
    struct Damage: Error, Equatable {
        var line: Int
        var problem: RowProblem
    }

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    private static let quotationMark = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// A reader of the bytes of a file.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { place = 3 }
    }

    /// The next record; nil at the end.
    mutating func next() throws(Damage) -> Record? {
        while place < bytes.count, endLine() {}
        guard place < bytes.count else { return nil }
        var record = Record(line: line, fields: [])
        while true {
            record.fields.append(try field())
            if place < bytes.count, bytes[place] == Self.comma {
                place += 1
                continue
            }
            if place == bytes.count || endLine() { return record }
            throw Damage(line: line, problem: .badQuotes)
        }
    }

    /// Passes the end of a line over; false where there is none.
    private mutating func endLine() -> Bool {
        var after = place
        if after < bytes.count, bytes[after] == Self.carriageReturn { after += 1 }
        guard after < bytes.count, bytes[after] == Self.newline else { return false }
        place = after + 1
        line += 1
        return true
    }

    private mutating func field() throws(Damage) -> String {
        let text: [UInt8]
        if place < bytes.count, bytes[place] == Self.quotationMark {
            text = try quoted()
        } else {
            let start = place
            while place < bytes.count, ![Self.comma, Self.newline].contains(bytes[place]) {
                if bytes[place] == Self.quotationMark { throw Damage(line: line, problem: .badQuotes) }
                place += 1
            }
            // The carriage return belongs to the end of the line.
            if place > start, place < bytes.count, bytes[place] == Self.newline,
                bytes[place - 1] == Self.carriageReturn
            {
                place -= 1
            }
            text = Array(bytes[start..<place])
        }
        guard let field = String(validating: text, as: UTF8.self) else {
            throw Damage(line: line, problem: .badText)
        }
        return field
    }

    private mutating func quoted() throws(Damage) -> [UInt8] {
        let began = line
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == Self.quotationMark {
                guard place < bytes.count, bytes[place] == Self.quotationMark else { return text }
                place += 1
            }
            if byte == Self.newline { line += 1 }
            text.append(byte)
        }
        throw Damage(line: began, problem: .badQuotes)
    }
}
