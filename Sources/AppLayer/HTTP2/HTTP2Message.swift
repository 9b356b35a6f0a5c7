import NetTypes

/// One side of a stream: a request or a response (RFC 9113 section 8.1).
struct HTTP2Message {
    /// The header fields that are kept.
    enum Field: String, CaseIterable {
        case method = ":method"
        case path = ":path"
        case authority = ":authority"
        case status = ":status"
        case host
        case userAgent = "user-agent"
        case referer
        case contentType = "content-type"
        case contentEncoding = "content-encoding"
        case contentDisposition = "content-disposition"
        case contentRange = "content-range"
        case contentLength = "content-length"

        /// The longest name.
        static let longest = 19
    }

    /// The fields, by their order above; each at most `RecordValue.longestText` bytes.
    private var fields = [String?](repeating: nil, count: Field.allCases.count)
    /// True when the final header block came; one with a status of 100 to 199 is not final.
    private(set) var hasHeaders = false
    /// END_STREAM came, or RST_STREAM.
    var isEnded = false
    /// Bytes of the body that came, as they were transferred.
    var length: UInt64 = 0
    /// True when bytes of the body did not come.
    var hasGap = false
    /// The body, from its first byte on.
    var object: ObjectID?
    /// What undoes its encoding.
    var decoder: ContentDecoder?
    /// Why what was decoded is not all.
    var reason: FileRecord.Reason?
    /// True when nothing further is decoded.
    var isDone = false

    /// The value of a field; the first one where there are several.
    subscript(field: Field) -> String? {
        guard let index = Field.allCases.firstIndex(of: field) else { return nil }
        return fields[index]
    }

    /// Takes the fields of a header block; those of trailers are not of interest.
    mutating func take(_ list: [(field: Field, value: String)]) {
        guard !hasHeaders else { return }
        fields = [String?](repeating: nil, count: fields.count)
        for (field, value) in list {
            guard let index = Field.allCases.firstIndex(of: field), fields[index] == nil else { continue }
            fields[index] = value
        }
        hasHeaders = status.map { $0 < 100 || $0 > 199 } ?? true
    }

    /// The status code of a response.
    var status: Int? { self[.status].flatMap { Int($0) } }

    /// Bytes of the fields.
    var size: Int { fields.reduce(0) { $0 + ($1?.utf8.count ?? 0) } }

    /// True when the body is only a part of what was asked about (RFC 9110 section 14.4): unless the range it names is
    /// all there is.
    var isPartial: Bool {
        guard status == 206 else { return false }
        let parts = (self[.contentRange] ?? "").split { " -/".contains($0) }
        guard parts.count == 4, let first = UInt64(parts[1]), let last = UInt64(parts[2]),
            let all = UInt64(parts[3])
        else { return true }
        return first != 0 || last == .max || last + 1 != all
    }

    /// True when the body is not as long as the header says (section 8.1.1).
    var hasWrongLength: Bool {
        guard object != nil, let claimed = self[.contentLength].flatMap({ UInt64($0) }) else { return false }
        return claimed != length
    }
}
