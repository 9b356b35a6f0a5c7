import NetTypes

/// An interface that is recorded, as a pcapng file describes it.
public struct RecordingInterface: Equatable, Sendable {
    /// Its name; nothing is written for an empty one.
    public var name: String
    /// What its frames begin with.
    public var linkType: LinkType
    /// The most bytes of a frame that were captured; 0 for no limit.
    public var snaplen: Int

    /// An interface from its parts.
    public init(name: String, linkType: LinkType, snaplen: Int) {
        self.name = name
        self.linkType = linkType
        self.snaplen = snaplen
    }
}
