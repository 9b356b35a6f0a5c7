/// What belongs together.
public struct CorrelationConfiguration: Equatable, Sendable {
    /// Seconds of capture time without a detection after which the next of the same family, victim and attacker begins
    /// another incident. From 1.
    public var window: Int = 3600
    /// Seconds of capture time within which a later step of an attack on the same host joins what began it. From 1.
    public var chainWindow: Int = 86_400
    /// Detections that are kept one by one for each incident; the others are only counted.
    public var detectionsKept: Int = 200
    /// Rules that are named for each incident; detections of others count all the same.
    public var rulesKept: Int = 64

    /// The documented defaults.
    public init() {}

    /// `window` in nanoseconds.
    var windowNanoseconds: Int64 { Int64(max(window, 1)) &* 1_000_000_000 }
    /// `chainWindow` in nanoseconds.
    var chainNanoseconds: Int64 { Int64(max(chainWindow, 1)) &* 1_000_000_000 }
}
