/// How much of each object a worker keeps while its ring fills up: the fuller, the less, so that no frame is dropped
/// where leaving out the middle of files is enough.
struct Thinning {
    /// Part of a ring, in hundredths, from which less is kept.
    private let pressure: Int
    /// Bytes that are kept at first.
    private let largest: Int

    /// Steps between the pressure and a full ring.
    private static let steps = 8
    /// Bytes that are kept however full the ring is: what tells the type of a file, and a script that stands alone.
    private static let least = 2 << 10

    init(_ configuration: PipelineConfiguration) {
        pressure = min(max(configuration.pressure, 1), 99)
        largest = max(configuration.bulkAfter, Self.least)
    }

    /// Bytes of each object that are kept with so many bytes in a ring; nil for all. A quarter of the step before.
    func head(depth: Int, of capacity: Int) -> Int? {
        let fill = 100 * max(0, depth) / max(1, capacity)
        guard fill > pressure else { return nil }
        let step = (fill - pressure) * Self.steps / (100 - pressure)
        return max(Self.least, largest >> (2 * min(step, Self.steps)))
    }
}
