import Foundation

/// Several measurements of one thing.
struct Spread {
    private let sorted: [Double]

    /// Takes at least one number.
    init(_ values: [Double]) {
        precondition(!values.isEmpty, "nothing was measured")
        sorted = values.sorted()
    }

    var median: Double {
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The median with the lowest and the highest.
    func text(_ format: String) -> String {
        let parts = [median, sorted[0], sorted[sorted.count - 1]].map { String(format: format, $0) }
        return sorted.count == 1 ? parts[0] : "\(parts[0]) (\(parts[1])–\(parts[2]))"
    }
}
