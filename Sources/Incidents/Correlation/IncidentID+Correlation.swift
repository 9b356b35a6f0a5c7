import NetTypes

extension IncidentID {
    /// The identifier of the incident that begins with a detection: from what groups it and the span of time it begins in.
    ///
    /// Two incidents of one key are further apart than the span, so they never share it; and the number does not depend on
    /// what the store already holds.
    init(key: String, firstAt: Timestamp, window: Int64) {
        let span = firstAt.nanoseconds / max(window, 1)
        let digest = Digest(.sha256)
        digest.update(Array("\(span)|\(key)".utf8).span)
        let bits = digest.finish().prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        self.init(day: Day(of: firstAt), bits: bits)
    }
}
