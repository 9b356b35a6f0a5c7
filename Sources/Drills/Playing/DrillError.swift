import Capture
import Incidents
import Sensor

/// What keeps a drill from being played.
public enum DrillError: Error, Equatable, Sendable {
    /// A capture cannot be read.
    case capture(CaptureError)
    /// A capture is not the one that the drill was made for: the digests that it should have and has.
    case changed(file: String, expected: String, found: String)
    /// A capture has no frame.
    case noFrames(file: String)
    /// Injects that lie behind the last frame, and how long the traffic lasts.
    case outside(injects: [Int], length: Duration)
    /// What is played cannot be written.
    case cannotWrite(path: String, reason: String)
    /// There is no memory or no thread.
    case noThreads
    /// The store of the drill cannot be used.
    case store(StoreError)
}
