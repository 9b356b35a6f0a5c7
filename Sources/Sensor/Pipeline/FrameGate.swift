import NetTypes

/// Holds the frames of a savefile back until their time has come. How fast capture time passes is not for the data plane to
/// know: whoever plays a savefile at a pace says so here. Both are called on the thread that reads the savefile.
public struct FrameGate: Sendable {
    /// True when a frame of this time may go on now. Called for every frame.
    let isOpen: @Sendable (Timestamp) -> Bool
    /// Returns when it may, with true, or with false when it is not to be played any more.
    let wait: @Sendable (Timestamp) -> Bool

    /// A gate from its two questions.
    public init(
        isOpen: @escaping @Sendable (Timestamp) -> Bool, wait: @escaping @Sendable (Timestamp) -> Bool
    ) {
        self.isOpen = isOpen
        self.wait = wait
    }
}
