/// A savefile of a drill: when it plays, and as whom.
public struct DrillCapture: Equatable, Sendable {
    /// The savefile, relative to the folder of the drill.
    public var file: String
    /// Hexadecimal SHA-256 of the file; nil where the drill does not say, and then any file will do.
    public var sha256: String?
    /// When its first frame plays, from the start of the drill; not negative.
    public var offset: Duration
    /// The networks that are replaced in its frames.
    public var map: AddressMap

    /// A capture from its parts.
    public init(
        file: String, sha256: String? = nil, offset: Duration = .zero, map: AddressMap = AddressMap()
    ) {
        self.file = file
        self.sha256 = sha256
        self.offset = offset
        self.map = map
    }
}
