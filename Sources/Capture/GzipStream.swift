import CZlib

/// What zlib makes of gzip (RFC 1952) that a reader gives: every byte that the input determines, also of a file that
/// was cut short or is damaged, and only then why there are no more.
///
/// That is why libarchive does not do this one: it fills a block of 64 KiB first, and drops it when the input ends
/// too early. Members follow one another and count as one, empty ones too. After the last one there may be zeros, as
/// tapes and block devices leave them; anything else there is damage. All this is as the gzip program does it.
///
/// Memory is one chunk and zlib's window of 32 KiB, whatever the input says, so a decompression bomb costs time in
/// proportion to what is read from it.
///
/// Unsafe, and why it is safe: `stream` and `chunk` are made in `init` and released in `deinit`, once, and `stream`
/// never moves, for zlib checks its address; `next_in` and `avail_in` always describe a part of `chunk`; the output
/// is the caller's buffer for the length of one call of zlib, which writes no more than `avail_out` bytes.
@safe final class GzipStream {
    private enum Position {
        case insideMember
        case betweenMembers
        case end
    }

    private static let chunkSize = 64 << 10
    /// The largest window (15), and gzip's header and trailer and no others (16).
    private static let windowBits: Int32 = 15 + 16
    private static let firstMagicByte: UInt8 = 0x1f

    private let input: ByteReader
    private let stream: UnsafeMutablePointer<z_stream>
    private let chunk: UnsafeMutableBufferPointer<UInt8>
    private var position = Position.insideMember
    /// Why there is no more to read although the end was not reached.
    private(set) var failure: ReadFailure?

    /// A decompressor over a reader whose next bytes are gzip; nil when there is no memory for it.
    init?(over input: ByteReader) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard unsafe inflateInit2_(stream, Self.windowBits, ZLIB_VERSION, size) == Z_OK else {
            unsafe stream.deallocate()
            return nil
        }
        self.input = input
        unsafe self.stream = unsafe stream
        unsafe chunk = .allocate(capacity: Self.chunkSize)
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
        unsafe chunk.deallocate()
    }

    /// Reads decompressed bytes into a buffer that is not empty; how many, 0 at the end, -1 after a failure.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while true {
            switch position {
            case .insideMember:
                let count = unsafe inflateMember(into: buffer)
                if count > 0 { return count }
            case .betweenMembers: beginMember()
            case .end: return failure == nil ? 0 : -1
            }
        }
    }

    /// Decompresses what there is; when that gives nothing and zlib wants more, there is more afterwards.
    private func inflateMember(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let room = UInt32(clamping: buffer.count)
        unsafe stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_out = room
        let answer = unsafe inflate(stream, Z_NO_FLUSH)
        let count = unsafe Int(room - stream.pointee.avail_out)
        switch answer {
        case Z_STREAM_END:
            position = .betweenMembers
        // Z_BUF_ERROR is zlib's way to say that it could not go on, and no error.
        case Z_OK, Z_BUF_ERROR:
            // What is in hand may give more than fitted into the buffer, so one asks for input only when it gave nothing.
            if count == 0, !refill() { end("it is cut short") }
        default:
            // zlib's texts are constants.
            let text = unsafe stream.pointee.msg.map { unsafe String(cString: $0) }
            end(text ?? "it is damaged")
        }
        return count
    }

    /// Looks at what follows a member: another one, zeros up to the end, or the end.
    private func beginMember() {
        guard let first = nextByte() else { return end() }
        if first == Self.firstMagicByte {
            position = .insideMember
            if unsafe inflateReset(stream) != Z_OK { end("it is damaged") }
            return
        }
        while let byte = nextByte() {
            guard byte == 0 else { return end("something else follows the compressed data") }
            skipByte()
        }
        end()
    }

    /// The next byte of the input, which stays there; nil when there is none.
    private func nextByte() -> UInt8? {
        guard unsafe stream.pointee.avail_in > 0 || refill() else { return nil }
        return unsafe stream.pointee.next_in?.pointee
    }

    /// Takes the byte that `nextByte` gave.
    private func skipByte() {
        unsafe stream.pointee.next_in += 1
        unsafe stream.pointee.avail_in -= 1
    }

    /// Fills the chunk, of which nothing is left; false when the input has ended or failed.
    private func refill() -> Bool {
        guard unsafe stream.pointee.avail_in == 0 else { return false }
        let count = unsafe input.read(into: UnsafeMutableRawBufferPointer(chunk))
        guard count > 0 else { return false }
        unsafe stream.pointee.next_in = chunk.baseAddress
        unsafe stream.pointee.avail_in = UInt32(count)
        return true
    }

    /// Ends reading, with a reason when it is too early. That the input itself failed is the better reason.
    private func end(_ reason: String? = nil) {
        position = .end
        failure = input.failure ?? reason.map { .damage(reason: $0) }
    }
}
