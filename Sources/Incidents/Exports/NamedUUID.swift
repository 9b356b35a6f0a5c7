import NetTypes

/// A universally unique identifier that follows from a name, so that the same thing has the same one in every export:
/// version 5 of RFC 9562 section 5.5, SHA-1 over namespace and name.
struct NamedUUID: Hashable, Sendable, CustomStringConvertible {
    /// Its 16 bytes.
    let bytes: [UInt8]

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The identifier of a name in a namespace.
    init(in namespace: NamedUUID, _ name: some Sequence<UInt8>) {
        var text = namespace.bytes
        text.append(contentsOf: name)
        var digest = Array(Digest.of(text.span, .sha1).prefix(16))
        digest[6] = digest[6] & 0x0f | 0x50
        digest[8] = digest[8] & 0x3f | 0x80
        bytes = digest
    }

    /// The identifier of parts of a name in this project's own namespace. A zero byte stands between parts, so that
    /// moving a letter from one to the next gives another identifier.
    init(_ parts: String...) {
        self.init(in: .own, Array(parts.map { Array($0.utf8) }.joined(separator: [0])))
    }

    /// Lower-case hexadecimal digits in groups of 8, 4, 4, 4 and 12.
    var description: String {
        let digits = Array(bytes.hexadecimal.utf8)
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
            .map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
    }

    /// The namespace of domain names (RFC 9562 section 6.6).
    static let domainNames = NamedUUID(bytes: [
        0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
    ])

    /// The namespace of URLs (RFC 9562 section 6.6).
    static let addresses = NamedUUID(bytes: [
        0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
    ])

    /// The namespace of STIX cyber-observable objects (STIX 2.1 section 2.9).
    static let observables = NamedUUID(bytes: [
        0x00, 0xab, 0xed, 0xb4, 0xaa, 0x42, 0x46, 0x6c, 0x9c, 0x01, 0xfe, 0xd2, 0x33, 0x15, 0xa9, 0xb7,
    ])

    /// Ours, which follows from a name as well.
    static let own = NamedUUID(in: addresses, "urn:haidang:exports".utf8)
}
