import NetTypes

/// What became of the frames of a capture that was sent to an interface. Each frame that was read is in one of the
/// counters: `read = sent + cut + tooLong + otherLink + refused + unsent`.
public struct SendingAccount: Equatable, Sendable {
    /// What the clock on the wall showed when the first frame was sent; nil when none was. An alert of a sensor at time
    /// `t` is of the moment `(t - startedAt) × speed` of the drill.
    public var startedAt: Timestamp?
    /// The capture time of the first frame that was sent; nil when none was.
    public var firstCaptured: Timestamp?
    /// Times of the captured speed; 0 for as fast as possible.
    public var speed = 0.0
    /// Frames that were read from the capture.
    public var read: UInt64 = 0
    /// Frames that were sent.
    public var sent: UInt64 = 0
    /// Bytes of them.
    public var bytes: UInt64 = 0
    /// Frames that were left out because the capture has only a part of them: that part was never on a wire.
    public var cut: UInt64 = 0
    /// Frames that were left out because they are longer than the interface carries.
    public var tooLong: UInt64 = 0
    /// Frames that were left out because they begin with something else than those of the interface.
    public var otherLink: UInt64 = 0
    /// Frames that the kernel did not take, for want of room too long or for another reason.
    public var refused: UInt64 = 0
    /// Why it did not take the last one of them, in the system's words; empty when it took all.
    public var refusal = ""
    /// Frames that were read ahead, and not sent because sending was stopped or the interface was lost.
    public var unsent: UInt64 = 0
    /// How often a frame was tried again because the kernel had no room.
    public var retries: UInt64 = 0
    /// Nanoseconds from the first frame to the end.
    public var duration: UInt64 = 0
    /// How far from its planned time the sending of a frame began, in nanoseconds: half of the frames, 99 of 100, and
    /// all of them are not further. Rounded up by an eighth at most.
    public var lateness = Lateness()
    /// True when it was stopped before the end.
    public var isStopped = false
    /// Why the capture could not be read to its end; nil when it was, or sending was stopped.
    public var partial: String?

    /// Distances from planned times, in nanoseconds.
    public struct Lateness: Equatable, Sendable {
        /// Half of the frames.
        public var median: UInt64 = 0
        /// 99 of 100 frames.
        public var p99: UInt64 = 0
        /// All frames.
        public var largest: UInt64 = 0

        /// Nothing is late.
        public init() {}
    }

    /// Nothing was read.
    public init() {}

    /// True when every frame of the capture was sent as it is.
    public var isComplete: Bool {
        !isStopped && partial == nil && cut + tooLong + otherLink + refused + unsent == 0
    }

    /// True when the counters add up.
    public var isBalanced: Bool { read == sent + cut + tooLong + otherLink + refused + unsent }
}
