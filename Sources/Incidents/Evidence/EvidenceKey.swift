import NetTypes

/// The public half of a team's key (X25519, RFC 7748): whoever has it can seal, and not open.
public struct EvidenceKey: Equatable, Sendable {
    /// Bytes of either half.
    static let length = 32
    private static let label = "haidang evidence public key"

    /// The 32 bytes.
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A key from the text of its file; nil for anything else, the secret half among it.
    public init?(text: String) {
        guard let bytes = Self.bytes(in: text, label: Self.label) else { return nil }
        self.bytes = bytes
    }

    /// Its 64 hexadecimal digits, by which people compare it.
    public var name: String { bytes.hexadecimal }

    /// What its file holds: a line that says what it is, and its digits.
    public var text: String { Self.label + "\n" + name + "\n" }

    /// The bytes in a text of two lines; nil for any other text.
    static func bytes(in text: String, label: String) -> [UInt8]? {
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count == 2, lines[0] == label, lines[1].utf8.count == 2 * length else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in lines[1].utf8 {
            guard let digit = Character(Unicode.Scalar(character)).hexDigitValue else { return nil }
            guard let first = high else {
                high = UInt8(digit)
                continue
            }
            bytes.append(first << 4 | UInt8(digit))
            high = nil
        }
        return bytes
    }
}
