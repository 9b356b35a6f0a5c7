import Synchronization

/// Tells all who read for a run that nobody takes what they find any more.
final class ReadingHalt: Sendable {
    private let state = Atomic<Bool>(false)

    /// Nobody was told.
    init() {}

    /// True once they were told.
    var isSet: Bool { state.load(ordering: .relaxed) }

    /// Tells them.
    func set() { state.store(true, ordering: .relaxed) }
}
