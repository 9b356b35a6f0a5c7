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
    private let standing = Mutex(Standing())

    private struct Standing {
        var list = WorkListState.awaited
        /// Since when no server has said anything that was asked for; nil when one has.
        var silentSince: ContinuousClock.Instant?
    }

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
    public var list: WorkListState { standing.withLock { $0.list } }

    /// True when the leader has ended the list: nothing more will come.
    public var isOver: Bool { list == .over }

    /// The next item; nil when none comes in time, or the list is over.
    ///
    /// Throws `timedOut` when no server has answered for as long as the limits say, over several calls too, and `lost`.
    public func take(within: Duration) throws(WorkQueueError) -> WorkItem? {
        let end = ContinuousClock.now + within
        while !isOver {
            let rest = max(end - .now, .milliseconds(50))
            // A request does not outlive its server, so none is long.
            let message = try pull(min(rest, .seconds(3)))
            if let message, message.status == 0, let item = item(message) { return item }
            try judge(message)
            if end <= .now { return nil }
            // Nothing else told the time: a server that answers at once is not asked again at once.
            if message?.status != 408 { Thread.sleep(forTimeInterval: 0.1) }
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

    /// The item in a message; nil where it cannot be acknowledged, which servers do not send.
    private func item(_ message: NatsMessage) -> WorkItem? {
        guard let deliveries = Self.deliveries(message.reply) else { return nil }
        standing.withLock { $0 = Standing(list: .open, silentSince: nil) }
        return WorkItem(
            id: ListNames.id(ofSubject: message.subject), order: message.bytes, deliveries: deliveries,
            acknowledgement: message.reply, streams: streams, names: names, taker: identity)
    }

    /// The count in `$JS.ACK.stream.consumer.deliveries…`, or the longer form with domain and account in front.
    static func deliveries(_ reply: String) -> Int? {
        let words = reply.split(separator: ".", omittingEmptySubsequences: false)
        guard words.starts(with: ["$JS", "ACK"]) else { return nil }
        if words.count == 9 { return Int(words[4]) }
        return words.count >= 11 ? Int(words[6]) : nil
    }

    /// Learns from an answer that is no item.
    private func judge(_ message: NatsMessage?) throws(WorkQueueError) {
        switch message?.status {
        case nil:
            let since = standing.withLock { standing in
                let since = standing.silentSince ?? .now
                standing.silentSince = since
                return since
            }
            if ContinuousClock.now - since > streams.limits.patience { throw .timedOut }
        case 503:
            try look()
        default:
            standing.withLock { $0.silentSince = nil }
        }
    }

    /// Looks whether there is a list: nobody answers for one that is not laid yet, is over, or has no leading server.
    private func look() throws(WorkQueueError) {
        var isThere = try streams.exists(names.work)
        if !isThere, list == .open {
            // Asked twice, because servers that have just started may not know yet.
            Thread.sleep(forTimeInterval: 0.3)
            isThere = try streams.exists(names.work)
        }
        standing.withLock { standing in
            standing.silentSince = nil
            if isThere { standing.list = .open } else if standing.list == .open { standing.list = .over }
        }
    }

    private static func error(_ failure: NatsFailure) -> WorkQueueError {
        if case .final(let error) = failure { return error }
        return .timedOut
    }
}
