/// What looking at a case folder has shown.
public struct CaseVerdict: Equatable, Sendable {
    /// What is wrong, in the order of paths, then lines; empty for a folder that is intact.
    public var faults: [EvidenceFault]
    /// What it should hold; nil when the manifest cannot be read.
    public var manifest: CaseManifest?
    /// The lines of the custody log, as far as they can be read.
    public var custody: [CustodyEntry]

    /// True when nothing is wrong.
    public var isIntact: Bool { faults.isEmpty }

    /// The hash of the last line of the custody log, which is worth keeping elsewhere; empty without one.
    public var head: String { custody.last?.hash ?? "" }
}
