import Incidents
import Synchronization

/// An outbox that forgets with the process, and remembers what it was asked.
final class MemoryOutbox: Outbox {
    private struct State {
        var events: [OutgoingEvent] = []
        var places: [String: Int64] = [:]
        var failure: Failure?
    }

    /// What it throws when it is told to fail.
    struct Failure: Error {}

    private let state = Mutex(State())

    init(_ events: [OutgoingEvent] = []) {
        state.withLock { $0.events = events }
    }

    func append(_ events: [OutgoingEvent]) {
        state.withLock { $0.events += events }
    }

    func fail(_ isFailing: Bool) {
        state.withLock { $0.failure = isFailing ? Failure() : nil }
    }

    func place(of sink: String) -> Int64 {
        state.withLock { $0.places[sink] ?? 0 }
    }

    func pending(for sink: String, limit: Int) throws -> [OutgoingEvent] {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            let place = state.places[sink] ?? 0
            return Array(state.events.lazy.filter { $0.sequence > place }.prefix(limit))
        }
    }

    func confirm(through sequence: Int64, for sink: String) throws {
        state.withLock { $0.places[sink] = max($0.places[sink] ?? 0, sequence) }
    }
}
