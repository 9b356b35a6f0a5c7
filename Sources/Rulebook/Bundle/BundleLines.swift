import NetTypes

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

    /// Bytes from their hexadecimal digits as they are written here, in lower case; nil for anything else.
    static func bytes(_ text: String) -> [UInt8]? {
        guard let bytes = [UInt8](hexadecimal: text), bytes.hexadecimal == text else { return nil }
        return bytes
    }
}
