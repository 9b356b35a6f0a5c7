/// A zip archive made by hand (APPNOTE sections 4.3 and 4.4).
public struct ZipBytes {
    /// The bytes so far: local headers and contents.
    public private(set) var locals: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt32 = 0
    /// What lies in front of the archive in its file, which its offsets do not count.
    private let prefix: [UInt8]

    /// An archive behind a prefix, as a self-extractor is.
    public init(prefix: [UInt8] = []) {
        self.prefix = prefix
    }

    /// Adds a file. `streams` leaves its sizes to a data descriptor behind it; `isEncrypted` only says so.
    public mutating func add(
        _ name: String, _ content: [UInt8], deflates: Bool = true, streams: Bool = false,
        isEncrypted: Bool = false
    ) {
        let number = Compressed.littleEndian
        let offset = UInt32(locals.count)
        let packed = deflates ? Compressed.deflate(content) : content
        let flags: UInt32 = (streams ? 8 : 0) | (isEncrypted ? 1 : 0) | 0x800
        let sizes =
            number(Compressed.crc32(content), 4) + number(UInt32(packed.count), 4)
            + number(UInt32(content.count), 4)
        // Version 2.0, flags, method, 1980-01-01.
        let start = number(20, 2) + number(flags, 2) + number(deflates ? 8 : 0, 2) + number(0x0021_0000, 4)
        let name = Array(name.utf8)
        locals += [0x50, 0x4b, 3, 4] + start + (streams ? [UInt8](repeating: 0, count: 12) : sizes)
        locals += number(UInt32(name.count), 2) + number(0, 2) + name + packed
        if streams { locals += [0x50, 0x4b, 7, 8] + sizes }
        directory += [0x50, 0x4b, 1, 2] + number(20, 2) + start + sizes
        directory +=
            number(UInt32(name.count), 2) + [UInt8](repeating: 0, count: 12) + number(offset, 4) + name
        count += 1
    }

    /// The whole archive.
    public var bytes: [UInt8] {
        let number = Compressed.littleEndian
        let end =
            [0x50, 0x4b, 5, 6] + number(0, 4) + number(count, 2) + number(count, 2)
            + number(UInt32(directory.count), 4) + number(UInt32(locals.count), 4) + number(0, 2)
        return prefix + locals + directory + end
    }
}
