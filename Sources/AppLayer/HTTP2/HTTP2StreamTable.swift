/// The streams of a connection that are open, with their order of opening, and which ones were closed of late.
struct HTTP2StreamTable {
    private let limit: Int
    /// For lookup only: nothing depends on its order.
    private var streams: [UInt32: HTTP2Stream] = [:]
    /// In the order of opening, from `first` on; those that were closed are passed over.
    private var order: [(id: UInt32, number: UInt64)] = []
    private var first = 0
    /// The last ones that were closed, as many as may be open, in a ring: frames may still be under way for them.
    private var closed: [UInt32] = []
    private var closedNext = 0
    private var closedSet: Set<UInt32> = []
    private var lastNumber: UInt64 = 0

    init(_ configuration: AppLayerConfiguration) {
        limit = max(1, configuration.mostPending)
    }

    /// True when a stream has to be closed before another can be opened.
    var isFull: Bool { streams.count >= limit }

    /// The stream with an identifier, when it is open.
    subscript(id: UInt32) -> HTTP2Stream? { streams[id] }

    /// True for a stream that was closed, as far back as is remembered.
    func wasClosed(_ id: UInt32) -> Bool { closedSet.contains(id) }

    /// The one that was opened first.
    var oldest: HTTP2Stream? {
        mutating get {
            while first < order.count {
                if let stream = find(order[first]) { return stream }
                first += 1
            }
            return nil
        }
    }

    /// All that are open, in the order of opening.
    var all: [HTTP2Stream] { order[first...].compactMap { find($0) } }

    private func find(_ name: (id: UInt32, number: UInt64)) -> HTTP2Stream? {
        guard let stream = streams[name.id], stream.number == name.number else { return nil }
        return stream
    }

    /// Opens a stream; there must be none with its identifier.
    mutating func open(_ id: UInt32) -> HTTP2Stream {
        let stream = HTTP2Stream(id, number: lastNumber)
        lastNumber += 1
        if order.count > 64, order.count > 2 * streams.count {
            order = order[first...].filter { find($0) != nil }
            first = 0
        }
        streams[id] = stream
        order.append((id, stream.number))
        return stream
    }

    /// Closes a stream.
    mutating func close(_ stream: HTTP2Stream) {
        guard streams[stream.id] === stream else { return }
        streams[stream.id] = nil
        guard closedSet.insert(stream.id).inserted else { return }
        if closed.count < limit {
            closed.append(stream.id)
        } else {
            closedSet.remove(closed[closedNext])
            closed[closedNext] = stream.id
            closedNext = (closedNext + 1) % limit
        }
    }
}
