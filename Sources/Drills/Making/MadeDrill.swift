import Capture
import NetTypes

/// A drill that was made of a capture, not yet written, and the account of how.
public struct MadeDrill: Sendable {
    /// The drill, as drafted. Its capture is `traffic.pcapng`.
    public var drill: Drill
    /// The bytes of its capture.
    public var capture: [UInt8]
    /// Frames that it has.
    public var frames = 0
    /// Frames of the capture that it was made of.
    public var framesRead: UInt64 = 0
    /// Whether that capture was read to its end.
    public var verdict = SavefileVerdict.complete
    /// Alerts that it was made from.
    public var alerts = 0
    /// Detections in it, each also in what was taken of the original.
    public var detections = 0
    /// Addresses that were replaced.
    public var addresses = 0
    /// Flows that were left out, because an original was left in them or something was not found again.
    public var dropped: [DroppedFlow] = []
    /// Detections that went with them.
    public var lost: [LostDetection] = []
    /// Places where bytes happen to be those of an original address.
    public var coincidences = 0
    /// Addresses as text that no header has, at most `mostStrangers`: they were not replaced.
    public var strangers: [String] = []

    /// The most strangers that are told.
    public static let mostStrangers = 20
}
