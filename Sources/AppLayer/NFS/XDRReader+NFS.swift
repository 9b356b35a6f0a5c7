extension XDRReader {
    /// Attributes that a server may leave out (RFC 1813 section 2.6, `post_op_attr`); the size of the file.
    /// The outer nil says that they do not parse, the inner one that there are none.
    mutating func attributes() -> UInt64?? {
        guard let areThere = flag() else { return nil }
        guard areThere else { return .some(nil) }
        // Type, mode, links, user and group; the size; space used, device, file system, number and three times.
        guard skip(20), let size = long(), skip(56) else { return nil }
        return .some(size)
    }

    /// Attributes before and after a change (`wcc_data`); the size after it, as `attributes`.
    mutating func changedAttributes() -> UInt64?? {
        guard let areThere = flag() else { return nil }
        if areThere, !skip(24) { return nil }
        return attributes()
    }

    /// A file handle that a server may leave out (`post_op_fh3`), as `attributes`.
    mutating func optionalHandle() -> [UInt8]?? {
        guard let isThere = flag() else { return nil }
        guard isThere else { return .some(nil) }
        guard let handle = opaque(NFSCall.longestHandle) else { return nil }
        return .some(handle)
    }
}
