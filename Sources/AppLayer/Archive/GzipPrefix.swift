import CZlib

/// What can be inflated of a gzip member that is cut or damaged: libarchive keeps back all of the piece in which it
/// meets the damage, up to 64 KiB, while other programs write it out.
enum GzipPrefix {
    /// Inflates up to the damage (RFC 1952), `most` bytes at most.
    static func inflate(_ bytes: [UInt8], most: Int) -> [UInt8] {
        var stream = unsafe z_stream()
        // The largest window, and 16 for the header of gzip.
        guard
            unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else {
            return []
        }
        defer { unsafe inflateEnd(&stream) }
        var bytes = bytes
        return unsafe bytes.withUnsafeMutableBufferPointer { input in
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = UInt32(clamping: input.count)
            return unsafe [UInt8](unsafeUninitializedCapacity: max(0, min(most, Int(UInt32.max)))) {
                output, count in
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                _ = unsafe CZlib.inflate(&stream, Z_SYNC_FLUSH)
                count = unsafe output.count - Int(stream.avail_out)
            }
        }
    }
}
