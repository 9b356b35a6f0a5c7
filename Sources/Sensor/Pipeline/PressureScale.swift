/// How far a ring has filled up past the mark from which something is left out, in steps up to a full one.
struct PressureScale {
    /// Part of a ring, in hundredths, from which something is left out.
    private let mark: Int

    /// The step of a full ring; the first is 0.
    static let last = 8

    init(_ configuration: PipelineConfiguration) {
        mark = min(max(configuration.pressure, 1), 99)
    }

    /// The step with so many bytes in a ring, 0...last; nil up to the mark.
    func step(depth: Int, of capacity: Int) -> Int? {
        let fill = 100 * max(0, depth) / max(1, capacity)
        guard fill > mark else { return nil }
        return min((fill - mark) * Self.last / (100 - mark), Self.last)
    }
}
