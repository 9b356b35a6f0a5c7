import CLzma

/// What liblzma makes of the .xz file format that a reader gives: every byte that the input determines, also of a
/// file that was cut short or is damaged, and only then why there are no more.
///
/// That is why libarchive does not do this one: it fills a block of 64 KiB first, and drops it when the input ends
/// too early. Streams follow one another and count as one, empty ones too. Between them and after the last one there
/// may be zeros, in fours as the format wants them; anything else there is damage. All this is as the xz program
/// does it.
///
/// Memory is one chunk and what the file asks for, up to a limit, so a decompression bomb costs time in proportion
/// to what is read from it.
///
/// Unsafe, and why it is safe: `stream` and `chunk` are made in `init` and released in `deinit`, once; `next_in` and
/// `avail_in` always describe a part of `chunk`; the output is the caller's buffer for the length of one call of
/// liblzma, which writes no more than `avail_out` bytes.
@safe final class XzStream {
    private static let chunkSize = 64 << 10
    /// How many bytes a file may make liblzma allocate. Its dictionary decides, and the file says how large that is,
    /// up to 4 GiB. xz's strongest preset needs 65 MiB, so only files whose dictionary was set by hand are over the
    /// limit. zstd's decompressor draws the line for its window at the same size.
    static let memoryLimit: UInt64 = 128 << 20

    private let input: ByteReader
    private let stream: UnsafeMutablePointer<lzma_stream>
    private let chunk: UnsafeMutableBufferPointer<UInt8>
    private var inputHasEnded = false
    private var hasEnded = false
    /// Why there is no more to read although the end was not reached.
    private(set) var failure: ReadFailure?

    /// A decompressor over a reader whose next bytes are an .xz file; nil when there is no memory for it.
    init?(over input: ByteReader) {
        let stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)
        // All zeros, which is what LZMA_STREAM_INIT is.
        unsafe stream.initialize(to: lzma_stream())
        guard unsafe lzma_stream_decoder(stream, Self.memoryLimit, clzma_concatenated) == LZMA_OK else {
            unsafe stream.deallocate()
            return nil
        }
        self.input = input
        unsafe self.stream = unsafe stream
        unsafe chunk = .allocate(capacity: Self.chunkSize)
    }

    deinit {
        unsafe lzma_end(stream)
        unsafe stream.deallocate()
        unsafe chunk.deallocate()
    }

    /// Reads decompressed bytes into a buffer that is not empty; how many, 0 at the end, -1 after a failure.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while !hasEnded {
            let count = unsafe decode(into: buffer)
            if count > 0 { return count }
        }
        return failure == nil ? 0 : -1
    }

    /// Decompresses what there is; when that gives nothing and liblzma wants more, there is more afterwards, or it
    /// will be told that there is none.
    private func decode(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        unsafe stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_out = buffer.count
        let answer = unsafe lzma_code(stream, inputHasEnded ? LZMA_FINISH : LZMA_RUN)
        let count = unsafe buffer.count - stream.pointee.avail_out
        guard answer == LZMA_OK else {
            end(answer)
            return count
        }
        // What is in hand may give more than fitted into the buffer, so one asks for input only when it gave nothing.
        if count == 0, unsafe stream.pointee.avail_in == 0 { refill() }
        return count
    }

    /// Fills the chunk, of which nothing is left.
    private func refill() {
        let count = unsafe input.read(into: UnsafeMutableRawBufferPointer(chunk))
        guard count > 0 else {
            inputHasEnded = true
            return
        }
        unsafe stream.pointee.next_in = UnsafePointer(chunk.baseAddress)
        unsafe stream.pointee.avail_in = count
    }

    /// Ends reading. That the input itself failed is the best reason.
    private func end(_ answer: lzma_ret) {
        hasEnded = true
        failure = input.failure ?? reason(answer)
    }

    /// liblzma has no words for its answers, so these are ours; nil for the proper end.
    private func reason(_ answer: lzma_ret) -> ReadFailure? {
        switch answer {
        case LZMA_STREAM_END: nil
        // It can go on with neither input nor output, and has been given all the input there is.
        case LZMA_BUF_ERROR: .damage(reason: "it is cut short")
        case LZMA_MEMLIMIT_ERROR: .damage(reason: memoryReason)
        case LZMA_MEM_ERROR: .system(reason: "there is no memory left to decompress it")
        case LZMA_OPTIONS_ERROR: .damage(reason: "it uses what the liblzma here does not know")
        default: .damage(reason: "it is damaged")
        }
    }

    private var memoryReason: String {
        let mebibyte: UInt64 = 1 << 20
        // After this error the number is what it would have taken.
        let needed = unsafe lzma_memusage(stream)
        let rounded = needed / mebibyte + (needed % mebibyte > 0 ? 1 : 0)
        return "it needs \(rounded) MiB of memory, and the limit is \(Self.memoryLimit / mebibyte) MiB"
    }
}
