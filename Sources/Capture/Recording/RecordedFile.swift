import NetTypes

/// A file of a recording, finished or still growing.
public struct RecordedFile: Sendable {
    /// What a look into a file took.
    public struct Account: Equatable, Sendable {
        /// Bytes of the file and its index that were read.
        public var bytesRead: UInt64 = 0
        /// True when the file was read whole, since it has no index that can be used.
        public var isWhole = false
        /// Why its index was not used; nil when it was, and when there is none.
        public var refusal: String?
        /// Whether the part that was read was in order; a file that is still being written may be partial.
        public var verdict = SavefileVerdict.complete
    }

    /// Its name, which begins with the time of its first frame.
    public let name: String
    /// Its bytes when it was listed.
    public let size: UInt64
    /// Its path.
    public let path: String

    init(_ name: String, size: UInt64, folder: String) {
        self.name = name
        self.size = size
        path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The files that were recorded into a folder, in the order of their names, which is that of their first frames.
    /// Links and whatever bears other names are passed over. Throws `missing` or `unreadable`.
    public static func files(in folder: String) throws(CaptureError) -> [RecordedFile] {
        let opened = try RecordingFolder(path: folder, forWriting: false)
        return try opened.entries().filter { RecordingName($0.name) != nil }
            .map { RecordedFile($0.name, size: $0.size, folder: folder) }
    }

    /// Lends the frames of all blocks in which there may be some of these flows and of a time, both ends of which
    /// belong to it. Frames of other flows and times are among them: the index knows blocks, not frames.
    ///
    /// `goesOn` is asked after each frame; when it says no, the rest is not read, and the verdict says so. Throws
    /// `missing` when the file has been removed since it was listed, and as `Savefile` does.
    public func withCandidates(
        of digests: [CommunityDigest], from: Timestamp, to: Timestamp, goesOn: () -> Bool = { true },
        _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(CaptureError) -> Account {
        var account = Account()
        var parts = [FileExtent(offset: 0, length: .max)]
        if let index = index(&account) {
            let blocks = index.blocks(of: digests, from: from, to: to)
            if blocks.isEmpty { return account }
            parts = [FileExtent(offset: 0, length: index.headerLength)] + blocks.map(\.extent)
        } else {
            account.isWhole = true
        }
        var savefile = try Savefile(path: path, parts: parts)
        while try savefile.withNextFrame(body), goesOn() {}
        account.bytesRead += savefile.bytesRead
        account.verdict = savefile.verdict
        return account
    }

    /// The index of the file; nil when there is none, or when it is refused.
    func index(_ account: inout Account) -> RecordingIndex? {
        let everything = FileExtent(offset: 0, length: UInt64(RecordingIndex.mostBytes) + 1)
        // A file that is being written has none, and one that cannot be opened is as good as none.
        guard let reader = try? ByteReader(path: path + RecordingName.indexSuffix, parts: [everything]) else {
            return nil
        }
        let bytes = reader.peek(RecordingIndex.mostBytes + 1)
        account.bytesRead += UInt64(bytes.count)
        do throws(SavefileDamage) {
            if bytes.count > RecordingIndex.mostBytes { throw SavefileDamage(reason: "it is too long") }
            let index = try RecordingIndex(bytes)
            guard index.fileLength == size else { throw SavefileDamage(reason: "it is of another file") }
            return index
        } catch {
            account.refusal = error.reason
            return nil
        }
    }
}
