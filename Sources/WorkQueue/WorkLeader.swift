import Foundation
import NetTypes
import Synchronization

/// The one who lays out the items of a work list, and gets the result of each, once.
///
/// It may be used from any thread. It holds the list by a claim that every call renews when it is due; a leader that is
/// busy elsewhere calls `keep` at least every half of `WorkQueueLimits.claim`. One that ends without `leave` or
/// `finish` frees the list when its claim expires, and the next one finds all that was not forgotten.
public final class WorkLeader: Sendable {
    private let streams: JetStream
    private let names: ListNames
    private let claim: LeaderClaim
    /// The number from which on records have not been seen.
    private let cursor = Mutex<UInt64>(1)

    /// Connects, claims the list and makes its streams where there are none. `identity` is what others are told of the
    /// holder. Throws `notBuiltIn`, `cannotConnect`, `held`, `timedOut` or `lost`.
    public init(
        _ address: WorkQueueAddress, identity: String, limits: WorkQueueLimits = WorkQueueLimits()
    ) throws(WorkQueueError) {
        streams = try JetStream(address, identity: identity, limits: limits)
        names = ListNames(list: address.name)
        claim = try LeaderClaim(streams, names, identity: identity)
        let window = (limits.patience * 5).nanoseconds
        try streams.make(
            StreamConfiguration(
                name: names.records, subjects: [names.recordSubject("*")], mostOfSubject: 1,
                isReadAnywhere: true))
        try streams.make(
            StreamConfiguration(
                name: names.parts, subjects: [names.partSubject("*", "*")], duplicates: window,
                isReadAnywhere: true))
        try streams.make(
            StreamConfiguration(
                name: names.work, subjects: [names.workSubject("*")], retention: "workqueue",
                duplicates: window))
        try streams.makeConsumer(names.takers, of: names.work)
    }

    /// Renews the claim. Throws `held` when another leader has the list by now.
    public func keep() throws(WorkQueueError) { try claim.renew() }

    /// Lays an item for takers: true when that was needed, false when it lies there or was finished before.
    ///
    /// The id, 1 to 64 small letters and digits, stands for one piece of work until the list ends. The order is what
    /// takers read. Throws `badID`, `tooLarge`, `over`, `held`, `timedOut` or `lost`.
    @discardableResult
    public func lay(id: String, order: [UInt8]) throws(WorkQueueError) -> Bool {
        guard ListNames.isID(id) else { throw .badID(id) }
        try claim.renewIfDue()
        if try streams.last(names.recordSubject(id), in: names.records) != nil { return false }
        let answer = try streams.publish(
            names.workSubject(id), order, to: names.work, id: "item." + id, after: 0)
        if let error = answer.error, !error.isOvertaken { throw .lost(reason: error.reason) }
        return answer.error == nil && answer.duplicate != true
    }

    /// The next item that somebody has finished; nil when there is none in time.
    ///
    /// Each item comes once from a leader. One that was not forgotten comes again from the next leader. Throws `lost` when
    /// somebody else has written what no taker writes, once for each such message.
    public func next(within: Duration) throws(WorkQueueError) -> FinishedItem? {
        var patience = Patience(within, longest: .milliseconds(100))
        repeat {
            try claim.renewIfDue()
            if let item = try cursor.withLock({ (cursor) throws(WorkQueueError) in try advance(&cursor) }) {
                return item
            }
        } while patience.wait()
        return nil
    }

    /// Goes on to the next record that stands.
    private func advance(_ cursor: inout UInt64) throws(WorkQueueError) -> FinishedItem? {
        let all = names.recordSubject("*")
        while let message = try streams.next(all, from: cursor, in: names.records) {
            cursor = message.sequence &+ 1
            if message.bytes.isEmpty { continue }
            let id = ListNames.id(ofSubject: message.subject)
            guard ListNames.isID(id), let record = FinishRecord(message.bytes) else {
                throw .lost(reason: "the record of an item is not a taker's")
            }
            // A server that is behind shows records whose place was taken.
            let last = try streams.last(names.recordSubject(id), in: names.records)
            guard last?.seq == message.sequence else { continue }
            return FinishedItem(id: id, record: record, sequence: message.sequence)
        }
        return nil
    }

    /// Lends the bytes of a result to `body`, in order, a part after another.
    ///
    /// Throws `lost` when they are not all there, or not those that the taker sent; whoever has taken some by then throws
    /// them away.
    public func read(_ item: FinishedItem, _ body: (Span<UInt8>) -> Void) throws(WorkQueueError) {
        let record = item.record
        let digest = Digest(.sha256)
        var (sequence, bytes) = (record.first, 0)
        for number in 0..<record.parts {
            try claim.renewIfDue()
            let part = try part(number, of: item, from: sequence)
            sequence = part.sequence &+ 1
            bytes += part.bytes.count
            digest.update(part.bytes.span)
            body(part.bytes.span)
        }
        guard bytes == record.bytes, digest.finish().hexadecimal == record.digest else {
            throw .lost(reason: "the result of \(item.id) is not what its taker sent")
        }
    }

    /// One part, from the first number that it can have on.
    private func part(
        _ number: Int, of item: FinishedItem, from first: UInt64
    ) throws(WorkQueueError) -> NatsMessage {
        let subject = names.partSubject(item.id, item.record.attempt)
        let reason = "a part of the result of \(item.id) is missing"
        var patience = Patience(streams.limits.patience)
        var sequence = first
        repeat {
            while let part = try streams.next(subject, from: sequence, in: names.parts) {
                let found = WorkItem.number(ofPart: part.id) ?? .max
                if found == number { return part }
                guard found < number else { throw .lost(reason: reason) }
                // One that is there twice was sent again after a longer time than servers remember.
                sequence = part.sequence &+ 1
            }
            // A server that is behind may not have it yet.
        } while patience.wait()
        throw .lost(reason: reason)
    }

    /// Removes the bytes of a result, and of all attempts at its item; it stays finished until the list ends.
    public func forget(_ item: FinishedItem) throws(WorkQueueError) {
        try claim.renewIfDue()
        let subject = names.recordSubject(item.id)
        let answer = try streams.publish(subject, [], to: names.records, after: item.sequence)
        // Overtaken by ourselves, when an answer was lost: nobody else writes where a record stands.
        if let error = answer.error, !error.isOvertaken { throw .lost(reason: error.reason) }
        try streams.purge(names.partSubject(item.id, "*"), in: names.parts)
    }

    /// Ends the list: its streams go, with all that is in them, and takers are told that nothing more will come.
    public func finish() throws(WorkQueueError) {
        try claim.renew()
        try streams.remove(names.work)
        try streams.remove(names.parts)
        try streams.remove(names.records)
        try streams.remove(names.claim)
    }

    /// Gives the list to the next leader as it is, at once.
    public func leave() throws(WorkQueueError) { try claim.release() }
}
