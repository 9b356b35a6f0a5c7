/// What a wrong transport checksum means. It is counted in every case.
public enum ChecksumPolicy: String, CaseIterable, Sendable {
    /// A direction of a flow whose checksums have all been wrong is taken for one whose sender lets its network
    /// card fill them in after the capture, and is believed; the first right one ends that, and from then on a
    /// wrong one is refused, as the receiver does.
    case auto
    /// Every segment with a wrong checksum is refused.
    case strict
    /// Checksums are not looked at.
    case ignore
}
