/// How much of each object a worker keeps while its ring fills up: the fuller, the less, so that no frame is dropped
/// where leaving out the middle of files is enough.
struct Thinning {
    private let scale: PressureScale
    /// Bytes that are kept at first.
    private let largest: Int

    /// Bytes that are kept however full the ring is: what tells the type of a file, and a script that stands alone.
    private static let least = 2 << 10

    init(_ configuration: PipelineConfiguration) {
        scale = PressureScale(configuration)
        largest = max(configuration.bulkAfter, Self.least)
    }

    /// Bytes of each object that are kept with so many bytes in a ring; nil for all. A quarter of the step before.
    func head(depth: Int, of capacity: Int) -> Int? {
        scale.step(depth: depth, of: capacity).map { max(Self.least, largest >> (2 * $0)) }
    }
}
