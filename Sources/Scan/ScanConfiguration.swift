/// How much a scan may cost, and how much it tells. Every value has a default that suits one sensor.
public struct ScanConfiguration: Equatable, Sendable {
    /// Seconds that one call of the engine may take; it looks at its watch every few kilobytes, so the limit
    /// is soft. 30; zero or less means no limit.
    public var timeout: Int = 30
    /// Bytes of a stream that are scanned at once. 4 MiB.
    public var window: Int = 4 << 20
    /// Bytes that two windows of a stream share, so that no string of up to this length is cut. 8 KiB, twice
    /// the furthest that libyara looks from one point.
    public var overlap: Int = 8 << 10
    /// Whether rules are laid in shards, and only those looked at whose prefixes and literals are there. Without it
    /// every rule is run on every byte: slower, with the same answers.
    public var shards = true
    /// Bytes of memory for streams that wait to be scanned, over all flows. 256 MiB.
    public var budget: Int = 256 << 20
    /// String matches kept for each hit: those with the lowest offsets. 16.
    public var stringsPerHit: Int = 16
    /// Bytes kept of each string match, as evidence. 64.
    public var bytesPerString: Int = 64
    /// Bytes kept on either side of each string match, so that people see what it stood in.
    public var bytesAround: Int = 32
    /// The units that `src_unit` and `dst_unit` may name, for advice on conditions; nil when no directory says so.
    public var units: Set<String>?

    /// The defaults.
    public init() {}
}
