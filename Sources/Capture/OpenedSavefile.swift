import NetTypes

/// An input that was found to be a savefile, with everything that decides how it is read.
struct OpenedSavefile {
    /// The formats that there are readers for.
    enum Format {
        case pcap(PcapSignature)
        case pcapng
    }

    /// How many skippable frames may come first; one is usual.
    static let mostSkippableFrames = 16

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
    ///
    /// With `parts`, these of a regular file are taken for all of it; with `hashes`, the digest of the file is taken.
    init(path: String, parts: [FileExtent]? = nil, hashes: Bool = false) throws(CaptureError) {
        file =
            if let parts {
                try ByteReader(path: path, parts: parts)
            } else {
                try ByteReader(path: path, hashes: hashes)
            }
        let signature = Self.signature(file)
        if case .system(let reason) = file.failure { throw .unreadable(path: path, reason: reason) }
        switch signature {
        case .pcap(let header): (content, format) = (file, .pcap(header))
        case .pcapng: (content, format) = (file, .pcapng)
        case .compressed(let compression):
            (content, format) = try Self.decompress(file, compression, path: path)
        case .unknown(let reason): throw .notASavefile(path: path, reason: reason)
        }
    }

    /// What a file is, once the skippable frames are taken away that zstd and LZ4 may begin with. What follows such
    /// a frame and is neither of them is not known.
    private static func signature(_ file: ByteReader) -> FileSignature {
        let first = FileSignature(file.peek(FileSignature.length))
        var skipped = 0
        while let length = SkippableFrame.length(file.peek(SkippableFrame.headerLength)) {
            skipped += 1
            guard skipped <= mostSkippableFrames, file.skip(length) else { return first }
        }
        guard skipped > 0 else { return first }
        switch FileSignature(file.peek(FileSignature.length)) {
        case .compressed(.zstd): return .compressed(.zstd)
        case .compressed(.lz4): return .compressed(.lz4)
        default: return first
        }
    }

    private static func decompress(
        _ file: ByteReader, _ compression: Compression, path: String
    ) throws(CaptureError) -> (ByteReader, Format) {
        let name = compression.rawValue
        guard let content = ByteReader(decompressing: file, compression) else {
            throw .unreadable(path: path, reason: "the libraries here cannot decompress \(name)")
        }
        let signature = FileSignature(content.peek(FileSignature.length))
        switch (signature, content.failure) {
        case (.pcap(let header), _): return (content, .pcap(header))
        case (.pcapng, _): return (content, .pcapng)
        case (_, .system(let reason)): throw .unreadable(path: path, reason: reason)
        case (.compressed(let inner), _):
            throw .notASavefile(path: path, reason: "is \(inner.rawValue) inside \(name)")
        case (.unknown, .damage(let reason)):
            throw .notASavefile(path: path, reason: "is \(name) that cannot be decompressed: \(reason)")
        case (.unknown(let reason), nil):
            throw .notASavefile(path: path, reason: "\(reason) inside \(name)")
        }
    }
}
