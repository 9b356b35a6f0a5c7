import CZlib

/// Makes gzip members (RFC 1952), each from one piece of bytes and readable by itself.
///
/// A member's header says in an extra field, `HD`, how many bytes the member has, so that the members of a file can
/// be found without decompressing it; other readers pass over the field.
///
/// Unsafe, and why it is safe: `stream` is made in `init` and released in `deinit`, once, and never moves, for zlib
/// checks its address; input and output are lent to zlib for the length of one call, which reads and writes no more
/// than the counts it is given.
@safe final class GzipCompressor {
    /// Bytes of a member's header.
    static let headerLength = 20
    private static let trailerLength = 8
    /// Magic bytes, deflate, an extra field, no time, fastest, unknown system; then the field of 8 bytes.
    private static let header: [UInt8] =
        [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 4, 255, 8, 0, UInt8(ascii: "H"), UInt8(ascii: "D"), 4, 0]

    private let stream: UnsafeMutablePointer<z_stream>
    private var output: [UInt8] = []

    /// A compressor at level 1; nil when there is no memory for it.
    init?() {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        // Negative: deflate alone, since header and trailer are ours. 8 is zlib's default for its own memory.
        let answer = unsafe deflateInit2_(
            stream, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard answer == Z_OK else {
            unsafe stream.deallocate()
            return nil
        }
        unsafe self.stream = unsafe stream
    }

    deinit {
        _ = unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// The member that holds these bytes, 4 GiB at most; nil when zlib fails, which it does not.
    func member(_ bytes: [UInt8]) -> [UInt8]? {
        guard unsafe deflateReset(stream) == Z_OK, let count = UInt32(exactly: bytes.count) else {
            return nil
        }
        let bound = unsafe Int(deflateBound(stream, UInt(count)))
        output = [UInt8](repeating: 0, count: Self.headerLength + bound + Self.trailerLength)
        output.replaceSubrange(0..<Self.header.count, with: Self.header)
        var length = Self.headerLength
        let answer = unsafe output.withUnsafeMutableBufferPointer { target in
            unsafe bytes.withUnsafeBufferPointer { source in
                // zlib does not write through `next_in`; its type is older than `const`.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = count
                unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + Self.headerLength }
                unsafe stream.pointee.avail_out = UInt32(bound)
                let answer = unsafe deflate(stream, Z_FINISH)
                unsafe length += bound - Int(stream.pointee.avail_out)
                return answer
            }
        }
        guard answer == Z_STREAM_END else { return nil }
        let sum = unsafe bytes.withUnsafeBufferPointer { unsafe crc32(0, $0.baseAddress, count) }
        put(UInt32(truncatingIfNeeded: sum), at: length)
        put(count, at: length + 4)
        length += Self.trailerLength
        put(UInt32(length), at: Self.header.count)
        return Array(output.prefix(length))
    }

    /// Bytes of the member that begins with `bytes`, at least `headerLength` of them; nil when it is not one of ours.
    static func memberLength(_ bytes: [UInt8]) -> UInt64? {
        guard bytes.count >= headerLength, bytes.starts(with: header) else { return nil }
        return UInt64(ByteOrder.little.uint32(bytes.span, at: header.count))
    }

    private func put(_ number: UInt32, at offset: Int) {
        for place in 0..<4 { output[offset + place] = UInt8(truncatingIfNeeded: number >> UInt32(8 * place)) }
    }
}
