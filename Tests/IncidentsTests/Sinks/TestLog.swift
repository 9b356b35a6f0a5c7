import Synchronization

/// What servers in tests have seen, gathered from their threads.
final class TestLog<Element: Sendable>: Sendable {
    private let state = Mutex<[Element]>([])

    func append(_ element: Element) { state.withLock { $0.append(element) } }

    var all: [Element] { state.withLock { $0 } }
}
