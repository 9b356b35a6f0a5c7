extension String {
    /// The text itself when it has at most `limit` bytes of UTF-8; else as many whole characters of Unicode as leave
    /// room for the ellipsis that says so.
    func shortened(to limit: Int = ExportLimits.text) -> String {
        guard utf8.count > limit else { return self }
        let ellipsis = "…"
        var end = utf8.index(startIndex, offsetBy: max(0, limit - ellipsis.utf8.count))
        // Not into the middle of a scalar: bytes 10xxxxxx go on with what stands before them.
        while end > startIndex, utf8[end] & 0xc0 == 0x80 { end = utf8.index(before: end) }
        return String(self[..<end]) + ellipsis
    }
}
