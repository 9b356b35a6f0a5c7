/// The limits of decoding, and what it is to check.
public struct DecoderConfiguration: Equatable, Sendable {
    /// Tunnels that are entered, one inside another (0 to 255). What lies deeper stays the payload of its
    /// carrier.
    public var tunnelDepth = 8
    /// Headers of any kind that are read in one frame, from 1.
    public var layers = 32
    /// Whether the checksums of IPv4, TCP, UDP and ICMP are computed; it costs a look at every byte.
    public var verifyChecksums = true

    /// A configuration; out of range values are brought into range.
    public init(tunnelDepth: Int = 8, layers: Int = 32, verifyChecksums: Bool = true) {
        self.tunnelDepth = min(max(tunnelDepth, 0), Int(UInt8.max))
        self.layers = max(layers, 1)
        self.verifyChecksums = verifyChecksums
    }
}
