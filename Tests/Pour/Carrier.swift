import Foundation
import Incidents
import Synchronization

/// Carries events from the outbox into a file: a receiver that has an event as soon as its line is in the file.
final class Carrier: Sendable {
    private let store: IncidentStore
    private let path: String
    private let isOver = Mutex(false)
    private let ended = DispatchSemaphore(value: 0)

    /// A carrier that has not started.
    init(_ store: IncidentStore, path: String) {
        self.store = store
        self.path = path
    }

    /// Starts its thread.
    func start() {
        Thread { self.run() }.start()
    }

    /// Lets it carry what is left, and waits for it.
    func finish() {
        isOver.withLock { $0 = true }
        ended.wait()
    }

    private func run() {
        defer { ended.signal() }
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        _ = try? file.seekToEnd()
        while true {
            let last = isOver.withLock { $0 }
            guard let events = try? store.pending(for: "file", limit: 50) else { return }
            for event in events {
                // One write a line, so that a kill leaves whole lines.
                try? file.write(contentsOf: Data("\(event.sequence) \(event.id)\n".utf8))
            }
            if let sequence = events.last?.sequence { try? store.confirm(through: sequence, for: "file") }
            if events.isEmpty {
                if last { return }
                Thread.sleep(forTimeInterval: 0.002)
            }
        }
    }
}
