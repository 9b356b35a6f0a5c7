import Foundation
import NetTypes
import Scan
import Synchronization

/// The way from a thread that reads a unit to the one that writes: in order, with a bound, so that a reader which is ahead waits
/// and does not fill the memory.
final class UnitPipe: Sendable {
    /// What comes through.
    enum Part: Sendable {
        /// Frames come from another file from here on.
        case begin(file: String, framesBefore: UInt64)
        /// Findings, in order.
        case findings([Finding])
        /// The unit is over.
        case end(UnitResult)
        /// No scanner could be made for it.
        case failed(RuleError)
    }

    private let parts = Mutex<[Part]>([])
    private let isClosed = Mutex(false)
    private let room: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)

    /// A pipe that holds so many parts.
    init(capacity: Int) {
        room = DispatchSemaphore(value: capacity)
    }

    deinit {
        // A semaphore must not end below what it began with.
        while filled.wait(timeout: .now()) == .success { room.signal() }
    }

    /// Hands on a part; waits while the pipe is full. False once nobody takes any more.
    @discardableResult
    func put(_ part: Part) -> Bool {
        room.wait()
        if isClosed.withLock({ $0 }) {
            room.signal()
            return false
        }
        parts.withLock { $0.append(part) }
        filled.signal()
        return true
    }

    /// Takes the next part; nil where none has come within so many milliseconds.
    func take(within milliseconds: Int) -> Part? {
        guard filled.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else { return nil }
        let part = parts.withLock { $0.removeFirst() }
        room.signal()
        return part
    }

    /// Nothing more is taken: whoever waits for room goes on.
    func close() {
        isClosed.withLock { $0 = true }
        room.signal()
    }
}
