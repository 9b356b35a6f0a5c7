import Foundation
import Synchronization

/// A thread of its own that a value is moved to, which need not be one that can be copied.
final class RingThread: Sendable {
    private let done = DispatchSemaphore(value: 0)

    /// Runs `body` with the value on a new thread.
    init<Value: ~Copyable & Sendable>(
        _ value: consuming Value, _ body: @escaping @Sendable (consuming Value) -> Void
    ) {
        let handed = Handed(value)
        let thread = Thread { [done] in
            if let value = handed.take() { body(value) }
            done.signal()
        }
        thread.start()
    }

    /// Waits until it has ended.
    func join() {
        done.wait()
    }

    /// What is on its way from one thread to the other.
    private final class Handed<Value: ~Copyable & Sendable>: Sendable {
        private let value: Mutex<Value?>

        init(_ value: consuming Value) {
            self.value = Mutex(value)
        }

        func take() -> Value? {
            value.withLock { $0.take() }
        }
    }
}
