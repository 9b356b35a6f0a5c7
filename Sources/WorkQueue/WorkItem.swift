import NetTypes
import Synchronization

/// An item that this machine has taken, and what it gives back for it.
///
/// Nothing is acknowledged before all its result is stored. An item that is only let go comes to another taker after
/// `WorkQueueLimits.silence`.
public final class WorkItem: Sendable {
    /// The id that the leader gave it.
    public let id: String
    /// What the leader wrote for takers.
    public let order: [UInt8]
    /// How many times it has been handed out, this one included: one that was handed out often may kill who takes it.
    public let deliveries: Int

    private let acknowledgement: String
    private let streams: JetStream
    private let names: ListNames
    private let taker: String
    private let attempt = RandomName.make()
    private let result: Mutex<Result>

    private struct Result {
        var parts = 0
        var bytes = 0
        var first: UInt64 = 1
        /// What is too little for a part so far.
        var rest: [UInt8] = []
        let digest = Digest(.sha256)
    }

    init(
        id: String, order: [UInt8], deliveries: Int, acknowledgement: String, streams: JetStream,
        names: ListNames, taker: String
    ) {
        (self.id, self.order, self.deliveries) = (id, order, deliveries)
        (self.acknowledgement, self.streams, self.names, self.taker) = (
            acknowledgement, streams, names, taker
        )
        result = Mutex(Result())
    }

    /// Says that the item is still worked on. Wanted at least every half of `WorkQueueLimits.silence`; `give` says it too.
    public func keep() {
        // Should it not arrive, the item goes to another taker as well, which is harmless.
        try? streams.connection.publish(acknowledgement, Array("+WPI".utf8))
    }

    /// Gives the next bytes of the result, any number. They are stored when a part is full.
    ///
    /// Throws `over` when the leader has ended the list, `timedOut` or `lost`; the item is then to be let go.
    public func give(_ bytes: [UInt8]) throws(WorkQueueError) {
        try result.withLock { (result) throws(WorkQueueError) in
            let most = max(1, min(streams.limits.part, streams.mostBytes))
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + most - result.rest.count)
                result.rest += bytes[start..<end]
                start = end
                if result.rest.count == most { try store(&result) }
            }
        }
    }

    /// Ends the result, and the item: true when this result stands, false when another taker's does.
    ///
    /// Throws `over`, `timedOut` or `lost`; whether the item is finished is then not known, and it is to be let go.
    @discardableResult
    public func done() throws(WorkQueueError) -> Bool {
        let stands = try result.withLock { (result) throws(WorkQueueError) in
            if !result.rest.isEmpty { try store(&result) }
            return try record(
                FinishRecord(
                    attempt: attempt, parts: result.parts, bytes: result.bytes,
                    digest: result.digest.finish().hexadecimal, first: result.first, taker: taker,
                    deliveries: deliveries))
        }
        if !stands { try streams.purge(names.partSubject(id, attempt), in: names.parts) }
        acknowledge()
        return stands
    }

    /// Gives the item back at once, without a result, to whoever takes it next.
    public func giveBack() throws(WorkQueueError) {
        try streams.purge(names.partSubject(id, attempt), in: names.parts)
        do throws(NatsFailure) {
            try streams.connection.publish(acknowledgement, Array("-NAK".utf8))
        } catch {
            // It comes to another taker by our silence.
        }
    }

    /// Stores what has gathered as a part.
    private func store(_ result: inout Result) throws(WorkQueueError) {
        let answer = try streams.publish(
            names.partSubject(id, attempt), result.rest, to: names.parts,
            id: Self.partID(attempt, result.parts))
        if let error = answer.error { throw .lost(reason: error.reason) }
        if result.parts == 0 { result.first = answer.seq ?? 1 }
        result.parts += 1
        result.bytes += result.rest.count
        result.digest.update(result.rest.span)
        result.rest.removeAll(keepingCapacity: true)
        keep()
    }

    /// Puts the record in its place: false when there is another attempt's, or the leader has the result of one.
    private func record(_ record: FinishRecord) throws(WorkQueueError) -> Bool {
        let subject = names.recordSubject(id)
        let answer = try streams.publish(subject, record.message, to: names.records, after: 0)
        guard let error = answer.error else { return true }
        guard error.isOvertaken else { throw .lost(reason: error.reason) }
        // Overtaken by ourselves, when an answer was lost.
        let last = try streams.last(subject, in: names.records)
        return last.flatMap { FinishRecord($0.bytes) } == record
    }

    /// Takes the item off the list. Should that fail, somebody does it again and finds the record.
    private func acknowledge() {
        for _ in 0..<3 {
            if (try? streams.connection.request(
                acknowledgement, Array("+ACK".utf8), within: streams.limits.answer)) != nil
            {
                return
            }
        }
    }

    /// The id of a part, by which servers know one that is sent again.
    static func partID(_ attempt: String, _ number: Int) -> String { "\(attempt).\(number)" }

    /// The number in the id of a part; nil where there is none.
    static func number(ofPart id: String) -> Int? { id.split(separator: ".").last.flatMap { Int($0) } }
}
