/// The limits of reading a savefile.
///
/// What a file claims about lengths is not believed beyond these, so that memory stays bounded whatever it holds.
public struct CaptureConfiguration: Equatable, Sendable {
    /// What the limits can be raised to: 16 MiB.
    public static let ceiling = 16 << 20

    /// The largest captured length of a frame, in bytes, 1 to `ceiling`; by default libpcap's 262,144.
    ///
    /// A longer one is damage and ends the file.
    public var largestFrame: Int {
        didSet { largestFrame = min(max(largestFrame, 1), Self.ceiling) }
    }

    /// The largest pcapng block of any kind, in bytes, 64 to `ceiling`; a longer one is damage.
    public var largestBlock: Int {
        didSet { largestBlock = min(max(largestBlock, 64), Self.ceiling) }
    }

    /// The most interfaces that one section of a pcapng file may describe, at least 1; one more is damage.
    public var mostInterfaces: Int {
        didSet { mostInterfaces = max(mostInterfaces, 1) }
    }

    /// The default limits.
    public init() {
        largestFrame = 262_144
        largestBlock = Self.ceiling
        mostInterfaces = 65_536
    }
}
