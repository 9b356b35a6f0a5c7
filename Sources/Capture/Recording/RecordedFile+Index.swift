import NetTypes

/// Making the index of a file that has none, since whoever wrote it was killed.
extension RecordedFile {
    /// The index, from a look at all frames; nil when the file is not as we write them. `identify` says which flow a
    /// frame belongs to.
    func rebuiltIndex(
        blockSize: Int, _ identify: (FrameHeader, Span<UInt8>) -> CommunityDigest?
    ) throws(CaptureError) -> RecordingIndex? {
        let reader = try ByteReader(path: path, parts: [FileExtent(offset: 0, length: size)])
        let parts = name.hasSuffix(".gz") ? members(reader) : runs(reader, blockSize: blockSize)
        guard let header = parts.first, parts.count <= RecordingIndex.mostBlocks else { return nil }
        var builder = RecordingIndexBuilder()
        for part in parts.dropFirst() {
            guard !builder.isFull else { return nil }
            var savefile = try Savefile(path: path, parts: [header, part])
            while try savefile.withNextFrame({ builder.note(identify($0, $1), at: $0.timestamp) }) {}
            // Only where the file was cut may something be missing.
            guard savefile.verdict == .complete || part == parts.last else { return nil }
            builder.endBlock(part)
        }
        return builder.index(fileLength: size, headerLength: header.length)
    }

    /// The gzip members of the file, of which the first has no frames. The last may be cut.
    private func members(_ reader: ByteReader) -> [FileExtent] {
        var parts: [FileExtent] = []
        var offset: UInt64 = 0
        while parts.count <= RecordingIndex.mostBlocks, offset < size {
            let length = GzipCompressor.memberLength(reader.peek(GzipCompressor.headerLength)) ?? 0
            let isWhole = length >= UInt64(GzipCompressor.headerLength) && reader.skip(length)
            parts.append(FileExtent(offset: offset, length: isWhole ? length : size - offset))
            offset = isWhole ? offset + length : size
        }
        return parts
    }

    /// What comes before the first frame, and then runs of packet blocks of about the same size. The last may be cut.
    private func runs(_ reader: ByteReader, blockSize: Int) -> [FileExtent] {
        var window = BlockWindow(reader)
        var parts: [FileExtent] = []
        var run = FileExtent(offset: 0, length: 0)
        func endRun() {
            parts.append(run)
            run = FileExtent(offset: run.end, length: 0)
        }
        while parts.count <= RecordingIndex.mostBlocks, window.fill(BlockHeader.length) {
            let block = BlockHeader(window.storage.span, at: window.start, order: .little)
            let isOurs = block.totalLength >= BlockHeader.smallestBlock && block.totalLength & 3 == 0
            guard isOurs, block.totalLength <= CaptureConfiguration.ceiling, window.fill(block.totalLength)
            else { break }
            if parts.isEmpty, block.type == BlockHeader.enhancedPacket { endRun() }
            window.consume(block.totalLength)
            run.length += UInt64(block.totalLength)
            if !parts.isEmpty, run.length >= UInt64(blockSize) { endRun() }
        }
        run.length = size - run.offset
        if run.length > 0 { parts.append(run) }
        return parts
    }
}
