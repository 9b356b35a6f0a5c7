import NetTypes

/// Flows that were announced and have not come, the oldest first.
struct ExpectationList {
    /// More than this are not waited for; the oldest is forgotten.
    static let most = 1_024

    private var waiting: [Expectation] = []

    /// Adds one. The same end twice means that the first came to nothing.
    mutating func add(_ expectation: Expectation) {
        waiting.removeAll {
            $0.transport == expectation.transport && $0.endpoint == expectation.endpoint
                && $0.peer == expectation.peer
        }
        if waiting.count >= Self.most { waiting.removeFirst() }
        waiting.append(expectation)
    }

    /// Takes the one that a new flow fulfils; nil when nobody announced it.
    mutating func take(_ flow: FlowContext) -> Expectation.Content? {
        if waiting.isEmpty { return nil }
        let place = waiting.firstIndex {
            $0.transport == flow.transport && $0.endpoint == flow.server && $0.peer == flow.client.address
        }
        guard let place else { return nil }
        return waiting.remove(at: place).content
    }
}
