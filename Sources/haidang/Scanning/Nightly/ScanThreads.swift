import Foundation

/// The threads of a run that read: named, with room for mail that is nested deeply, and without signals, which are for the thread
/// that started the run.
final class ScanThreads: Sendable {
    private let ended = DispatchGroup()

    /// Bytes of stack, as a thread of the data plane has.
    private static let stackSize = 8 << 20

    /// None yet.
    init() {}

    /// Starts so many, each with its number.
    func start(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        for number in 0..<count {
            let thread = Thread { [ended] in
                Interruption.leaveToOthers()
                body(number)
                ended.leave()
            }
            thread.name = "scan-\(number)"
            thread.stackSize = Self.stackSize
            ended.enter()
            thread.start()
        }
    }

    /// Waits for all of them.
    func wait() { ended.wait() }

    /// Waits for so many seconds: true where all have ended.
    func wait(seconds: Double) -> Bool { ended.wait(timeout: .now() + seconds) == .success }
}
