import Foundation
import Synchronization

/// One of the machines that take items of a work list, one at a time, and give back results.
///
/// It may be used from any thread; items that were taken live on their own.
public final class WorkTaker: Sendable {
    private let streams: JetStream
    private let names: ListNames
    private let identity: String
    private let inbox: NatsInbox
    private let state = Mutex(WorkListState.awaited)

    /// Connects; the list need not be there yet. `identity` is what the leader is told of who finished an item. Throws
    /// `notBuiltIn`, `cannotConnect`, `timedOut` or `lost`.
    public init(
        _ address: WorkQueueAddress, identity: String, limits: WorkQueueLimits = WorkQueueLimits()
    ) throws(WorkQueueError) {
        streams = try JetStream(address, identity: identity, limits: limits)
        names = ListNames(list: address.name)
        self.identity = identity
        do throws(NatsFailure) {
            inbox = try NatsInbox(streams.connection)
        } catch {
            throw Self.error(error)
        }
    }

    /// What was last known of the list; `take` finds it out.
    public var list: WorkListState { state.withLock { $0 } }

    /// True when the leader has ended the list: nothing more will come.
    public var isOver: Bool { list == .over }

    /// The next item; nil when none comes in time, or the list is over.
    ///
    /// Throws `timedOut` when no server answers for as long as the limits say, which is then longer than `within`, and
    /// `lost`.
    public func take(within: Duration) throws(WorkQueueError) -> WorkItem? {
        let end = ContinuousClock.now + within
        if list == .awaited { try look() }
        while !isOver {
            let rest = max(end - .now, .milliseconds(50))
            if list == .awaited {
                Thread.sleep(forTimeInterval: min(rest, .milliseconds(200)) / .seconds(1))
                try look()
                // A request does not outlive its server, so none is long.
            } else if let message = try pull(min(rest, .seconds(3))) {
                if let item = item(message) { return item }
                // 408 is that there was none in time; anything else, and silence, may be the end of the list.
                if message.status != 408 { try look() }
            } else {
                try look()
            }
            if end <= .now { return nil }
        }
        return nil
    }

    /// Asks for one item, and waits until a server has it, or says that it has none, or is silent.
    private func pull(_ wait: Duration) throws(WorkQueueError) -> NatsMessage? {
        let subject = "$JS.API.CONSUMER.MSG.NEXT.\(names.work).\(names.takers)"
        let body = "{\"batch\":1,\"expires\":\(wait.nanoseconds)}"
        do throws(NatsFailure) {
            try streams.connection.publish(subject, Array(body.utf8), answersTo: inbox.subject)
            return try inbox.next(within: wait + .milliseconds(500))
        } catch .broken {
            return nil
        } catch {
            throw Self.error(error)
        }
    }

    /// The item in a message; nil for a status, and for what no leader lays.
    private func item(_ message: NatsMessage) -> WorkItem? {
        let id = ListNames.id(ofSubject: message.subject)
        guard message.status == 0, ListNames.isID(id), let deliveries = Self.deliveries(message.reply)
        else { return nil }
        return WorkItem(
            id: id, order: message.bytes, deliveries: deliveries,
            acknowledgement: message.reply, streams: streams, names: names, taker: identity)
    }

    /// The count in `$JS.ACK.stream.consumer.deliveries…`, or the longer form with domain and account in front.
    static func deliveries(_ reply: String) -> Int? {
        let words = reply.split(separator: ".", omittingEmptySubsequences: false)
        guard words.starts(with: ["$JS", "ACK"]) else { return nil }
        if words.count == 9 { return Int(words[4]) }
        return words.count >= 11 ? Int(words[6]) : nil
    }

    /// Looks whether there is a list: servers are silent about one that is not laid yet, is over, or whose servers elect.
    private func look() throws(WorkQueueError) {
        var isThere = try streams.exists(names.work)
        // Nobody is asked again at once; and twice, because servers that have just started may not know yet.
        if list == .open { Thread.sleep(forTimeInterval: 0.2) }
        if !isThere, list == .open { isThere = try streams.exists(names.work) }
        state.withLock { state in
            if isThere { state = .open } else if state == .open { state = .over }
        }
    }

    private static func error(_ failure: NatsFailure) -> WorkQueueError {
        if case .final(let error) = failure { return error }
        return .timedOut
    }
}
