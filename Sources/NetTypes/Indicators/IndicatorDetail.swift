/// What a list says of an indicator beside its value.
public struct IndicatorDetail: Hashable, Codable, Sendable {
    /// 1 (highest) to 4; nil when the list does not say.
    public var severity: UInt8?
    /// What kind of threat it belongs to; empty when the list does not say, as the texts below.
    public var category = ""
    /// What people wrote of it.
    public var comment = ""
    /// Where it comes from.
    public var source = ""
    /// The mark of the Traffic Light Protocol, `amber`.
    public var tlp = ""
    /// How sure the list is, 0 to 100; nil when it does not say.
    public var confidence: UInt8?
    /// When it ceases to mean anything, in capture time; nil for never.
    public var validUntil: Timestamp?

    /// Bytes kept of each text.
    public static let longestText = 1024

    /// Nothing said.
    public init() {}

    /// True when nothing is said.
    var isEmpty: Bool { self == IndicatorDetail() }

    /// Appends it in the form that a set keeps it in: two bytes, eight of time, and texts with their lengths.
    func write(to bytes: inout [UInt8]) {
        bytes.append(severity ?? 0)
        bytes.append(confidence ?? .max)
        let time = UInt64(bitPattern: (validUntil ?? Timestamp(nanoseconds: .max)).nanoseconds)
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: time >> shift))
        }
        for text in [category, comment, source, tlp] {
            let kept = Self.kept(text)
            bytes.append(UInt8(truncatingIfNeeded: kept.count >> 8))
            bytes.append(UInt8(truncatingIfNeeded: kept.count))
            bytes.append(contentsOf: kept)
        }
    }

    /// Reads what `write` has written at a place.
    init(_ bytes: [UInt8], at place: Int) {
        severity = bytes[place] == 0 ? nil : bytes[place]
        confidence = bytes[place + 1] == .max ? nil : bytes[place + 1]
        let time = Self.time(bytes, at: place)
        validUntil = time.nanoseconds == .max ? nil : time
        var at = place + 10
        func next() -> String {
            let count = Int(bytes[at]) << 8 | Int(bytes[at + 1])
            defer { at += 2 + count }
            return String(decoding: bytes[at + 2..<at + 2 + count], as: UTF8.self)
        }
        category = next()
        comment = next()
        source = next()
        tlp = next()
    }

    /// When what was written at a place ceases to mean anything; the end of time for never.
    static func time(_ bytes: [UInt8], at place: Int) -> Timestamp {
        var word: UInt64 = 0
        for index in place + 2..<place + 10 { word = word << 8 | UInt64(bytes[index]) }
        return Timestamp(nanoseconds: Int64(bitPattern: word))
    }

    /// The text as far as it is kept, cut between two characters.
    private static func kept(_ text: String) -> Substring.UTF8View {
        guard text.utf8.count > longestText else { return text[...].utf8 }
        var end = text.utf8.index(text.startIndex, offsetBy: longestText)
        while end > text.startIndex, text.utf8[end] & 0xc0 == 0x80 { end = text.utf8.index(before: end) }
        return text.utf8[..<end]
    }
}
