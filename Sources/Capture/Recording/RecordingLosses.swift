/// Frames of an interface that are not in its recording, by where they were lost.
public struct RecordingLosses: Equatable, Sendable {
    /// Frames that the interface or its driver dropped.
    public var byInterface: UInt64
    /// Frames that the kernel or this program dropped before they were written.
    public var bySystem: UInt64

    /// Losses from their parts.
    public init(byInterface: UInt64 = 0, bySystem: UInt64 = 0) {
        self.byInterface = byInterface
        self.bySystem = bySystem
    }

    /// What was lost since an earlier moment of the same count; nothing where the count began anew.
    func since(_ earlier: RecordingLosses) -> RecordingLosses {
        RecordingLosses(
            byInterface: byInterface - min(byInterface, earlier.byInterface),
            bySystem: bySystem - min(bySystem, earlier.bySystem))
    }
}
