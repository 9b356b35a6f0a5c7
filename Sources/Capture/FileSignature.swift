/// What the first bytes of a file say it is. Names are not asked: they lie more often.
enum FileSignature: Equatable {
    /// Classic pcap of any variant.
    case pcap(PcapSignature)
    /// pcapng: a Section Header Block.
    case pcapng
    /// One of the compressions.
    case compressed(Compression)
    /// None of these; a clause that says what it looks like.
    case unknown(reason: String)

    /// The most bytes that a signature is told from: the header of a classic pcap file.
    static let length = 24

    /// Looks at the first bytes of a file, up to `length` of them; fewer when the file is shorter.
    init(_ bytes: [UInt8]) {
        do throws(SavefileDamage) {
            if let signature = try PcapSignature(bytes) {
                self = .pcap(signature)
                return
            }
        } catch {
            self = .unknown(reason: error.reason)
            return
        }
        if Self.beginsSection(bytes) {
            self = .pcapng
        } else if let compression = Self.compression(bytes) {
            self = .compressed(compression)
        } else {
            self = .unknown(reason: Self.description(bytes))
        }
    }

    /// The block type of a Section Header reads the same in both byte orders; the byte-order magic decides. A file
    /// cut before that is given the benefit of the doubt, and reading it will say that it was cut.
    private static func beginsSection(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0x0a, 0x0d, 0x0d, 0x0a]) else { return false }
        let magic = bytes.dropFirst(8).prefix(4)
        return magic.count < 4 || ByteOrder(sectionMagic: Array(magic)) != nil
    }

    private static func compression(_ bytes: [UInt8]) -> Compression? {
        if bytes.starts(with: [0x1f, 0x8b]) { return .gzip }
        if bytes.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) { return .zstd }
        if bytes.starts(with: [0x04, 0x22, 0x4d, 0x18]) { return .lz4 }
        if bytes.starts(with: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) { return .xz }
        // "BZh" alone could begin a text; the first block's magic follows a digit.
        let isBzip2 = bytes.starts(with: [0x42, 0x5a, 0x68])
        return isBzip2 && bytes.dropFirst(4).starts(with: [0x31, 0x41, 0x59]) ? .bzip2 : nil
    }

    private static func description(_ bytes: [UInt8]) -> String {
        if bytes.isEmpty { return "is empty" }
        let isText = bytes.allSatisfy { (0x20..<0x7f).contains($0) || (0x09...0x0d).contains($0) }
        if isText { return "looks like text" }
        let digits = bytes.prefix(4).map { byte in
            (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        }
        return "begins with " + digits.joined(separator: " ")
    }
}
