/// A number that stands for kind, value and list of an indicator in every run: by it one tells which are new.
public enum IndicatorDigest {
    /// Bytes of it.
    public static let length = 16

    /// The first bytes of SHA-256 over the three, each with its length before it.
    static func of(_ kind: IndicatorKind, _ value: String, list: String) -> [UInt8] {
        let text = "\(kind.rawValue)|\(value.utf8.count):\(value)|\(list)"
        return Array(Digest.of(Array(text.utf8).span).prefix(length))
    }
}

extension IndicatorSet {
    /// The digest of every indicator, in no order that means anything.
    public var digests: [[UInt8]] {
        entries.map { IndicatorDigest.of($0.kind, value(of: $0), list: lists[Int($0.list)].name) }
    }
}

extension IndicatorSighting {
    /// The digest of the indicator that was met.
    public var digest: [UInt8] { IndicatorDigest.of(kind, value, list: list.name) }
}
