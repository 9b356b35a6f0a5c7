/// The header fields of a mail or a part that matter, unfolded (RFC 5322 section 2.2, RFC 2045 section 3).
struct MIMEHeaders {
    /// The fields that are kept.
    enum Name: Int, CaseIterable {
        case contentType, disposition, encoding, from, to, cc, subject, messageID, date, mailer

        init?(_ name: String) {
            switch name {
            case "content-type": self = .contentType
            case "content-disposition": self = .disposition
            case "content-transfer-encoding": self = .encoding
            case "from": self = .from
            case "to": self = .to
            case "cc": self = .cc
            case "subject": self = .subject
            case "message-id": self = .messageID
            case "date": self = .date
            case "x-mailer": self = .mailer
            default: return nil
            }
        }

        /// True for those that say what the body is: two of them are read differently by different programs.
        var isDecisive: Bool { rawValue <= Name.encoding.rawValue }
    }

    private var values = [[UInt8]?](repeating: nil, count: Name.allCases.count)
    /// Where the body begins.
    private(set) var bodyStart = 0
    /// True when the empty line behind the fields was there.
    private(set) var isWhole = false
    /// True when something among the fields is none, or decisive ones come twice.
    private(set) var isMalformed = false
    /// True when a field is longer than is kept.
    private(set) var isOverLimit = false

    /// No fields.
    init() {}

    /// Reads the fields at the start of a range, and keeps no more than so many bytes of each.
    init(_ bytes: [UInt8], _ range: Range<Int>, limit: Int) {
        var start = range.lowerBound
        var current: Name?
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
            let next = min(end + 1, range.upperBound)
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            guard end > start else {
                bodyStart = next
                isWhole = true
                return
            }
            if bytes[start] == 0x20 || bytes[start] == 0x09 {
                if let current { extend(current, bytes[start..<end], limit) }
            } else if let colon = Self.colon(bytes, start..<end) {
                current = begin(bytes[start..<colon], bytes[colon + 1..<end], limit)
            } else if start == range.lowerBound, Self.isEnvelope(bytes[start..<end]) {
                current = nil
            } else {
                // A line that is no field: readers of mail take it for the first line of the body.
                isMalformed = start > range.lowerBound
                isWhole = true
                bodyStart = start
                return
            }
            start = next
        }
        bodyStart = range.upperBound
    }

    /// The value of a field; nil when it is not there. Of several the first counts.
    subscript(_ name: Name) -> [UInt8]? { values[name.rawValue] }

    private mutating func begin(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, _ limit: Int) -> Name?
    {
        guard let known = Name(MailText.lowercase(MailText.trimmed(name))) else { return nil }
        guard values[known.rawValue] == nil else {
            isMalformed = isMalformed || known.isDecisive
            return nil
        }
        values[known.rawValue] = MailText.trimmed(value.prefix(limit))
        isOverLimit = isOverLimit || value.count > limit
        return known
    }

    private mutating func extend(_ name: Name, _ more: ArraySlice<UInt8>, _ limit: Int) {
        let room = max(0, limit - (values[name.rawValue]?.count ?? 0))
        values[name.rawValue]?.append(contentsOf: more.prefix(room))
        isOverLimit = isOverLimit || more.count > room
    }

    /// Where the colon behind a field's name is: the name is printable, blanks may follow it.
    private static func colon(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var isOver = false
        for index in range {
            switch bytes[index] {
            case 0x3A: return index > range.lowerBound ? index : nil
            case 0x20, 0x09: isOver = true
            case 0x21...0x7E where !isOver: continue
            default: return nil
            }
        }
        return nil
    }

    /// The line that mailboxes in files have before each mail.
    private static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: Array("From ".utf8)) || line.starts(with: Array(">From ".utf8))
    }
}
