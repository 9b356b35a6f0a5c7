/// How much of each direction of a TCP flow is handed over in full while a ring fills up. It comes after everything else: only
/// when a worker that keeps the heads of objects alone is still too slow does a capture thread keep the heads of flows alone.
struct StreamLimit {
    /// Bytes that are kept at first.
    private let largest: UInt64

    /// The step from which flows are cut: at seven eighths of a ring by default.
    private static let first = 6
    /// Bytes that are kept however full the ring is: a handshake, and a request or two with their answers.
    private static let least: UInt64 = 16 << 10

    init(_ configuration: PipelineConfiguration) {
        largest = max(UInt64(clamping: configuration.bulkAfter), Self.least)
    }

    /// Payload bytes of a direction of which the rest is left out, at a step of a `PressureScale`; nil for none. What is
    /// left of the ring lasts some milliseconds, so the second step keeps a 64th of the first.
    func bytes(_ step: Int) -> UInt64? {
        step < Self.first ? nil : max(Self.least, largest >> (6 * UInt64(step - Self.first)))
    }
}
