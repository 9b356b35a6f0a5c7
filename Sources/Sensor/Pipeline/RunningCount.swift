import Synchronization

/// How many threads of a pipeline have not ended.
final class RunningCount: Sendable {
    private let count = Atomic<Int>(0)

    func begin() { count.wrappingAdd(1, ordering: .acquiringAndReleasing) }

    func end() { count.wrappingSubtract(1, ordering: .acquiringAndReleasing) }

    var isZero: Bool { count.load(ordering: .acquiring) == 0 }
}
