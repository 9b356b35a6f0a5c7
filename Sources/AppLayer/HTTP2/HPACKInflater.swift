import CNghttp2

/// Decodes the header blocks of one direction of an HTTP/2 connection (HPACK, RFC 7541), with libnghttp2.
///
/// The table that blocks share is at most `largestTable` bytes. A block that does not decode breaks all that follow.
///
/// Safe, because `inflater` is made in `init` and released in `deinit`, once; libnghttp2 is given a block for the
/// length of one call of `inflate`, and the names and values it points to are used before it is called again.
@safe
final class HPACKInflater {
    /// Bytes of the dynamic table at most, whatever the peer allows. 64 KiB.
    static let largestTable: UInt32 = 64 << 10

    private let inflater: OpaquePointer?
    /// True when a block could not be decoded, so that none can be any more.
    private(set) var isBroken: Bool

    /// An inflater with the table size of a new connection, 4,096.
    init() {
        var made: OpaquePointer?
        let result = unsafe nghttp2_hd_inflate_new(&made)
        unsafe inflater = unsafe made
        isBroken = result != 0
    }

    deinit {
        unsafe nghttp2_hd_inflate_del(inflater)
    }

    /// Gives up: a block is missing.
    func lose() {
        isBroken = true
    }

    /// The other side has allowed a table of a size (SETTINGS_HEADER_TABLE_SIZE), and this one has confirmed it.
    func resize(_ size: UInt32) {
        guard !isBroken else { return }
        let answer = unsafe nghttp2_hd_inflate_change_table_size(inflater, Int(min(size, Self.largestTable)))
        isBroken = answer != 0
    }

    /// Decodes a whole block and hands on each name and value; false when it does not decode.
    func inflate(_ block: [UInt8], _ body: (_ name: Span<UInt8>, _ value: Span<UInt8>) -> Void) -> Bool {
        guard !isBroken else { return false }
        isBroken = unsafe block.withUnsafeBufferPointer { input in
            var position = 0
            while true {
                var field = unsafe nghttp2_nv()
                var flags: Int32 = 0
                let start = unsafe input.baseAddress?.advanced(by: position)
                let used = unsafe nghttp2_hd_inflate_hd2(
                    inflater, &field, &flags, start, input.count - position, 1)
                guard used >= 0 else { return true }
                position += min(used, input.count - position)
                let hasField = flags & Int32(NGHTTP2_HD_INFLATE_EMIT.rawValue) != 0
                if hasField { unsafe hand(field, body) }
                if flags & Int32(NGHTTP2_HD_INFLATE_FINAL.rawValue) != 0 { break }
                if !hasField, position == input.count { break }
            }
            _ = unsafe nghttp2_hd_inflate_end_headers(inflater)
            return false
        }
        return !isBroken
    }

    private func hand(_ field: nghttp2_nv, _ body: (Span<UInt8>, Span<UInt8>) -> Void) {
        let name = unsafe UnsafeBufferPointer(start: field.name, count: field.namelen)
        let value = unsafe UnsafeBufferPointer(start: field.value, count: field.valuelen)
        unsafe body(Span(_unsafeElements: name), Span(_unsafeElements: value))
    }
}
