/// The archives and compressed files that are opened, told by their first bytes.
enum ArchiveFormat: Equatable {
    case zip
    case sevenZip
    case rar
    case rar5
    case cabinet
    case tar
    case iso9660
    /// One compressed file, which may be a tar archive.
    case compressed(Compression)

    /// How a single file is compressed.
    enum Compression: Equatable {
        case gzip
        case bzip2
        case xz
        case zstd
        case lz4
        case lzip
        case compress
    }

    /// What the bytes begin like, or, for zip behind a prefix such as a self-extractor, end like; nil for none.
    init?(_ bytes: Span<UInt8>) {
        if let format = Self.container(bytes) {
            self = format
        } else if let compression = Self.compression(bytes) {
            self = .compressed(compression)
        } else if Self.endsLikeZip(bytes) {
            self = .zip
        } else {
            return nil
        }
    }

    private static func container(_ bytes: Span<UInt8>) -> ArchiveFormat? {
        // A local header, an empty archive, and the marker that a split or streamed archive may begin with.
        if has(bytes, 0, [0x50, 0x4b, 3, 4]) || has(bytes, 0, [0x50, 0x4b, 5, 6]) { return .zip }
        if has(bytes, 0, [0x50, 0x4b, 7, 8, 0x50, 0x4b]) { return .zip }
        if has(bytes, 0, [0x50, 0x4b, 0x30, 0x30, 0x50, 0x4b]) { return .zip }
        if has(bytes, 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]) { return .sevenZip }
        if has(bytes, 0, [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]) { return .rar }
        if has(bytes, 0, [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0]) { return .rar5 }
        if has(bytes, 0, [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0]) { return .cabinet }
        if has(bytes, 257, [0x75, 0x73, 0x74, 0x61, 0x72]) { return .tar }
        if has(bytes, 0x8001, [0x43, 0x44, 0x30, 0x30, 0x31]) { return .iso9660 }
        return nil
    }

    private static func compression(_ bytes: Span<UInt8>) -> Compression? {
        // RFC 1952 section 2.3: deflate is the only method, and the upper three flags are zero.
        if has(bytes, 0, [0x1f, 0x8b, 8]), bytes.count > 3, bytes[3] & 0xe0 == 0 { return .gzip }
        if has(bytes, 0, [0x42, 0x5a, 0x68]), has(bytes, 4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) {
            return .bzip2
        }
        if has(bytes, 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]) { return .xz }
        if has(bytes, 0, [0x28, 0xb5, 0x2f, 0xfd]) { return .zstd }
        if has(bytes, 0, [0x04, 0x22, 0x4d, 0x18]) { return .lz4 }
        if has(bytes, 0, [0x4c, 0x5a, 0x49, 0x50, 1]) { return .lzip }
        // Sixteen bits a code at most, at least nine, and the reserved bits are zero.
        if has(bytes, 0, [0x1f, 0x9d]), bytes.count > 2, bytes[2] & 0x60 == 0 {
            return (9...16).contains(bytes[2] & 0x1f) ? .compress : nil
        }
        return nil
    }

    /// True when a record that ends a central directory (APPNOTE section 4.3.16), with a comment of up to a
    /// kibibyte, is the end of the bytes, and the directory fits in front of it.
    static func endsLikeZip(_ bytes: Span<UInt8>) -> Bool {
        var start = bytes.count - 22
        let last = max(0, start - 1024)
        while start >= last {
            if bytes[start] == 0x50, has(bytes, start, [0x50, 0x4b, 5, 6]),
                start + 22 + number(bytes, start + 20, 2) == bytes.count,
                number(bytes, start + 10, 2) > 0,
                number(bytes, start + 12, 4) + number(bytes, start + 16, 4) <= start
            {
                return true
            }
            start -= 1
        }
        return false
    }

    private static func number(_ bytes: Span<UInt8>, _ offset: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }

    private static func has(_ bytes: Span<UInt8>, _ offset: Int, _ magic: [UInt8]) -> Bool {
        guard bytes.count >= offset + magic.count else { return false }
        for index in magic.indices where bytes[offset + index] != magic[index] { return false }
        return true
    }
}
