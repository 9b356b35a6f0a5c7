import NetTypes

/// An input that was found to be a savefile, with everything that decides how it is read.
struct OpenedSavefile {
    /// The formats that there are readers for.
    enum Format {
        case pcap(PcapSignature)
        case pcapng
    }

    /// The input itself.
    let file: ByteReader
    /// The bytes of the savefile: the input's, or what decompression makes of them.
    let content: ByteReader
    let format: Format

    /// Whether it ends before the end of its own header, so that there is nothing to read.
    var isCut: Bool {
        if case .pcap(let header) = format { header.linkType == nil } else { false }
    }

    /// Opens a path, `-` for standard input, and looks at the first bytes, decompressing them if need be.
    init(path: String) throws(CaptureError) {
        file = try ByteReader(path: path)
        let signature = FileSignature(file.peek(FileSignature.length))
        if case .system(let reason) = file.failure { throw .unreadable(path: path, reason: reason) }
        switch signature {
        case .pcap(let header): (content, format) = (file, .pcap(header))
        case .pcapng: (content, format) = (file, .pcapng)
        case .compressed(let compression):
            (content, format) = try Self.decompress(file, compression, path: path)
        case .unknown(let reason): throw .notASavefile(path: path, reason: reason)
        }
    }

    private static func decompress(
        _ file: ByteReader, _ compression: Compression, path: String
    ) throws(CaptureError) -> (ByteReader, Format) {
        let name = compression.rawValue
        guard let archive = ArchiveStream(compression, over: file) else {
            throw .unreadable(path: path, reason: "libarchive was built without \(name)")
        }
        let content = ByteReader(archive: archive)
        let signature = FileSignature(content.peek(FileSignature.length))
        switch (signature, content.failure) {
        case (.pcap(let header), _): return (content, .pcap(header))
        case (.pcapng, _): return (content, .pcapng)
        case (_, .system(let reason)): throw .unreadable(path: path, reason: reason)
        case (_, .damage(let reason)):
            throw .notASavefile(path: path, reason: "is \(name) that cannot be decompressed: \(reason)")
        case (.compressed(let inner), nil):
            throw .notASavefile(path: path, reason: "is \(inner.rawValue) inside \(name)")
        case (.unknown(let reason), nil):
            throw .notASavefile(path: path, reason: "\(reason) inside \(name)")
        }
    }
}
