import NetTypes

/// The name of a file as the system has it: bytes, not text.
///
/// A name may hold a newline or bytes that are no UTF-8, and a `String` would repair those into another name. Two paths
/// are one where their bytes are.
public struct LedgerPath: Hashable, Sendable {
    /// The most bytes that are kept of a name: what the system opens at the most.
    public static let longest = 4096

    /// The bytes, without a zero at the end.
    public let bytes: [UInt8]

    /// A name from its bytes. Of one that is longer than `longest` the head is kept with the SHA-256 of all of it, so
    /// that two of them never become one.
    public init(bytes: [UInt8]) {
        guard bytes.count > Self.longest else {
            self.bytes = bytes
            return
        }
        let digest = Array(("…" + Digest.of(bytes.span).hexadecimal).utf8)
        self.bytes = Array(bytes.prefix(Self.longest - digest.count)) + digest
    }

    /// A name that is text.
    public init(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }
}

extension LedgerPath: CustomStringConvertible {
    /// The name for people, on one line: what is no text, or would break the line, is U+FFFD.
    public var description: String { String(decoding: bytes, as: UTF8.self).onOneLine }
}

extension LedgerPath: Comparable {
    /// In the order of the bytes, as folders are read.
    public static func < (left: LedgerPath, right: LedgerPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
