import CArchive

/// libarchive's way to ask for more input: it gets the chunk of the stream that `context` is, refilled.
private func refill(
    _: OpaquePointer?, context: UnsafeMutableRawPointer?, start: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> la_ssize_t {
    guard let context = unsafe context, let start = unsafe start else { return -1 }
    return unsafe Unmanaged<ArchiveStream>.fromOpaque(context).takeUnretainedValue().refill(start)
}

/// What one of libarchive's decompressors makes of the bytes of a reader.
///
/// What was being decompressed when the input ended too early or turned out to be damaged is lost: libarchive hands
/// out whole blocks and drops the one that it was filling, whatever the size of the pieces that it is fed. Such a block
/// has 128 KiB for zstd, whose format has blocks of as much. lz4's and bzip2's are the blocks of the format, up to
/// 4 MiB and 900 kB, of which nobody can decompress a part.
///
/// Only the decompressor of the signature that was seen is switched on, and no helper program is started. It works
/// piece by piece, so a decompression bomb costs time in proportion to what is read from it and no memory.
///
/// Unsafe, and why it is safe: `handle` is made in `init` and freed in `deinit`, once; libarchive calls back only
/// inside calls made here, when `self` is alive; `chunk` lives as long as `self`; `block` is libarchive's and is
/// valid until the next call for data, which is made only when all of it has been copied out.
@safe final class ArchiveStream {
    private static let chunkSize = 64 << 10
    /// The decompressor and libarchive's own reading of the input.
    private static let filterCount: Int32 = 2

    private let input: ByteReader
    private let handle: OpaquePointer
    private let chunk: UnsafeMutableRawBufferPointer
    private var block: UnsafeRawBufferPointer
    private var isOpen = false
    private var hasEnded = false
    private var inputHasEnded = false
    /// Why there is no more to read although the end was not reached.
    private(set) var failure: ReadFailure?

    /// A decompressor over a reader; nil when libarchive cannot do this compression by itself.
    init?(_ compression: Compression, over input: ByteReader) {
        guard let handle = unsafe archive_read_new() else { return nil }
        let answers = unsafe [
            Self.enable(compression, handle), archive_read_support_format_raw(handle),
            archive_read_support_format_empty(handle),
        ]
        guard answers.allSatisfy({ $0 == ARCHIVE_OK }) else {
            unsafe archive_read_free(handle)
            return nil
        }
        self.input = input
        unsafe self.handle = unsafe handle
        unsafe chunk = .allocate(byteCount: Self.chunkSize, alignment: 16)
        unsafe block = UnsafeRawBufferPointer(start: nil, count: 0)
    }

    deinit {
        unsafe archive_read_free(handle)
        unsafe chunk.deallocate()
    }

    /// Reads decompressed bytes into a buffer that is not empty; how many, 0 at the end, -1 after a failure.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while unsafe block.isEmpty {
            if hasEnded { return failure == nil ? 0 : -1 }
            nextBlock()
        }
        let count = unsafe min(block.count, buffer.count)
        unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
        unsafe block = unsafe UnsafeRawBufferPointer(rebasing: block[count...])
        return count
    }

    /// Asks for blocks instead of `archive_read_data`, which throws away what it had when it meets an error.
    private func nextBlock() {
        if !isOpen {
            isOpen = true
            var entry: OpaquePointer?
            // Blocks come from one entry: the raw format has one, the empty format none.
            let opened = openArchive()
            let answer = opened == ARCHIVE_OK ? unsafe archive_read_next_header(handle, &entry) : opened
            guard answer == ARCHIVE_OK else { return end(answer) }
            // libarchive applies a decompressor as often as it matches: 25 times 1000:1 is a file that never ends.
            if unsafe archive_filter_count(handle) > Self.filterCount { return refuseNesting() }
        }
        var start: UnsafeRawPointer?
        var count = 0
        var offset: la_int64_t = 0
        let answer = unsafe archive_read_data_block(handle, &start, &count, &offset)
        guard answer == ARCHIVE_OK else { return end(answer) }
        unsafe block = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    }

    fileprivate func refill(_ start: UnsafeMutablePointer<UnsafeRawPointer?>) -> la_ssize_t {
        unsafe start.pointee = UnsafeRawPointer(chunk.baseAddress)
        let count = unsafe input.read(into: chunk)
        inputHasEnded = count == 0
        return la_ssize_t(count)
    }

    private func openArchive() -> Int32 {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        return unsafe archive_read_open(handle, context, nil, refill(_:context:start:), nil)
    }

    private func refuseNesting() {
        hasEnded = true
        failure = .damage(reason: "it is compressed more than once")
    }

    private func end(_ answer: Int32) {
        hasEnded = true
        if let cause = input.failure {
            failure = cause
        } else if answer != ARCHIVE_EOF {
            // libarchive's text lives until its next call.
            let text =
                unsafe archive_error_string(handle).map { unsafe String(cString: $0) } ?? "it is damaged"
            // Not every decompressor's words say that it asked for more than there was.
            failure = .damage(reason: inputHasEnded ? "it is cut short (\(text))" : text)
        }
    }

    private static func enable(_ compression: Compression, _ handle: OpaquePointer) -> Int32 {
        switch compression {
        // `GzipStream` and `XzStream` do these, and lose nothing.
        case .gzip, .xz: ARCHIVE_FATAL
        case .zstd: unsafe archive_read_support_filter_zstd(handle)
        case .lz4: unsafe archive_read_support_filter_lz4(handle)
        case .bzip2: unsafe archive_read_support_filter_bzip2(handle)
        }
    }
}
