import Capture
import NetTypes

/// Drives an inspector from a savefile on the calling thread: the specification of every other way to run it.
public enum Replay {
    /// How far a replay has come.
    public struct Progress: Equatable, Sendable {
        /// Frames inspected.
        public let frames: UInt64
        /// Bytes of the file read.
        public let bytesRead: UInt64
        /// Bytes of the file in all; nil when that is not known.
        public let fileSize: UInt64?

        /// Before the first frame.
        public static let none = Progress(frames: 0, bytesRead: 0, fileSize: nil)
    }

    /// How a replay ended.
    public struct Outcome: Equatable, Sendable {
        /// What the savefile was.
        public let verdict: SavefileVerdict
        /// True when `progress` asked to stop.
        public let stopped: Bool
    }

    /// Frames between two calls of `progress`.
    public static let progressInterval: UInt64 = 4096

    /// Inspects every frame of a savefile, then ends all flows.
    ///
    /// `progress` is called every few thousand frames and stops the replay by returning false; what is in flight
    /// is finished all the same. Throws when the file cannot be read on; findings up to there have been sent.
    public static func run(
        _ savefile: inout Savefile, _ inspector: inout Inspector, _ sink: inout some FindingSink,
        progress: (Progress) -> Bool = { _ in true }
    ) throws(CaptureError) -> Outcome {
        var frames: UInt64 = 0
        var stopped = false
        while !stopped, try savefile.withNextFrame({ inspector.inspect($0, $1, &sink) }) {
            frames += 1
            if frames % progressInterval == 0 {
                stopped = !progress(
                    Progress(frames: frames, bytesRead: savefile.bytesRead, fileSize: savefile.fileSize))
            }
        }
        inspector.finish(&sink)
        return Outcome(verdict: savefile.verdict, stopped: stopped)
    }
}
