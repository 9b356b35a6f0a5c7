/// Capacities, timeouts and policies of the flow room. Every limit has a counter beside it in the statistics.
public struct FlowConfiguration: Equatable, Sendable {
    /// Flows the table can hold; when it is full the flow that is least worth keeping is ended early.
    public var capacity = 262_144
    /// How long a flow may be silent.
    public var timeouts = FlowTimeouts()
    /// What a wrong transport checksum means.
    public var checksums = ChecksumPolicy.auto
    /// Which copy of an overlapping stream byte wins, where no network says otherwise.
    public var overlap = OverlapPolicy.first
    /// Policies by network of the receiver; the longest prefix wins.
    public var overlapByNetwork: [NetworkPolicy] = []
    /// Bytes of early segments that one stream may hold.
    public var heldPerStream = 4 << 20
    /// Bytes of early segments that all streams together may hold, with what holding them costs.
    public var heldInAll = 64 << 20
    /// Early segments that one stream may hold.
    public var heldSegments = 4096
    /// Seconds of capture time to wait for bytes that the receiver has acknowledged before they are called a gap.
    public var gapPatience = 10
    /// Bytes that a segment may lie ahead of what is expected next.
    public var maximumAdvance = 64 << 20
    /// True to refuse segments with an old timestamp (PAWS, RFC 7323 section 5).
    public var paws = true
    /// Defragmentation.
    public var fragments = FragmentConfiguration()

    /// The documented defaults.
    public init() {}
}
