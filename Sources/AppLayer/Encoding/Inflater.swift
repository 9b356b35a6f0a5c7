import CZlib

/// Decompresses one DEFLATE stream (RFC 1951) after another, in pieces, with zlib. What is around the streams, a
/// gzip or zlib header and a checksum, is not its business.
///
/// Memory is zlib's window of 32 KiB with its tables, and one chunk for what comes out.
///
/// Safe, because `stream` and `chunk` are made in `init` and released in `deinit`, once; zlib is given the caller's
/// bytes for the length of one call of `decode` only, and writes no more than `avail_out` bytes into `chunk`.
@safe
final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let chunk: UnsafeMutableBufferPointer<UInt8>

    /// Nil when there is no memory for it.
    init?() {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // A negative number of window bits means no header.
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard unsafe inflateInit2_(stream, -MAX_WBITS, zlibVersion(), size) == Z_OK else {
            unsafe stream.deallocate()
            return nil
        }
        unsafe self.stream = unsafe stream
        unsafe chunk = .allocate(capacity: ContentDecoder.chunkSize)
    }

    deinit {
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
        unsafe chunk.deallocate()
    }

    /// Begins another stream.
    func restart() {
        _ = unsafe inflateReset(stream)
    }

    /// Decompresses the next bytes and hands on what comes out, until `body` says false (`limit`) or the stream ends;
    /// `used` of the bytes belong to it.
    func decode(
        _ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool
    ) -> (outcome: ContentDecoder.Outcome, used: Int) {
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.pointee.avail_in = UInt32(clamping: input.count)
            let outcome = run(body)
            let left = unsafe Int(stream.pointee.avail_in)
            unsafe stream.pointee.next_in = nil
            unsafe stream.pointee.avail_in = 0
            return (outcome, input.count - left)
        }
    }

    /// Runs zlib until it has used up its input or wants no more of it.
    private func run(_ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        while true {
            unsafe stream.pointee.next_out = unsafe chunk.baseAddress
            unsafe stream.pointee.avail_out = UInt32(ContentDecoder.chunkSize)
            let answer = unsafe inflate(stream, Z_NO_FLUSH)
            let count = unsafe ContentDecoder.chunkSize - Int(stream.pointee.avail_out)
            if count > 0,
                !body(unsafe Span(_unsafeElements: UnsafeBufferPointer(chunk)).extracting(first: count))
            {
                return .limit
            }
            switch answer {
            case Z_STREAM_END: return .ended
            // With room left in the chunk there is nothing more to come out of this input.
            case Z_OK:
                if count < ContentDecoder.chunkSize, unsafe stream.pointee.avail_in == 0 { return .more }
            // No progress was possible: the last call happened to fill the chunk exactly.
            case Z_BUF_ERROR: return .more
            default: return .damaged
            }
        }
    }
}
