/// Reads the lines of a manifest, one by one. Total.
struct BundleLines {
    private let bytes: [UInt8]
    /// Bytes read so far.
    private(set) var position = 0

    /// A reader of the lines at the beginning of a bundle.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next line without its end; nil when there is none, or when it is no text.
    mutating func next() -> String? {
        let limit = min(bytes.count, position + 2 * BundleManifest.mostWord, BundleManifest.mostBytes)
        guard position < limit, let end = bytes[position..<limit].firstIndex(of: UInt8(ascii: "\n")),
            let line = String(validating: bytes[position..<end], as: UTF8.self)
        else { return nil }
        position = end + 1
        return line
    }

    /// What the next line says, which begins with `key`.
    mutating func value(_ key: String) throws(BundleError) -> String {
        guard let line = next(), line.hasPrefix(key + ": ") else {
            throw .malformed(reason: "its manifest has no \(key)")
        }
        let value = String(line.dropFirst(key.count + 2))
        guard BundleManifest.isWord(value) else { throw .malformed(reason: "its \(key) says nothing") }
        return value
    }

    /// A whole number as it is written here: digits without a sign or zeros in front.
    static func number(_ text: String) -> Int? {
        guard let number = Int(text), number >= 0, String(number) == text else { return nil }
        return number
    }

    /// Bytes from hexadecimal digits; nil when there are others.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
