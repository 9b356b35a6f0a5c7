/// What a wrong transport checksum means. It is counted in every case.
public enum ChecksumPolicy: String, CaseIterable, Sendable {
    /// A direction of a flow whose checksums have all been wrong is taken for one whose sender lets its network
    /// card fill them in after the capture, and is believed. Once one was right, a wrong one makes a TCP segment
    /// doubtful: it waits until the receiver acknowledges its bytes, and a right copy that comes meanwhile wins,
    /// which is what the receiver itself did. Datagrams are believed.
    case auto
    /// Every segment with a wrong checksum is refused.
    case strict
    /// Checksums are not looked at.
    case ignore
}
