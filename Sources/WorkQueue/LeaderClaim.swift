import Foundation
import Synchronization

/// The claim of one leader on a work list: a message that servers drop when it has not been renewed for a while.
///
/// Only servers' clocks decide, and of two who claim at once one comes second: a claim says which message it follows.
final class LeaderClaim: Sendable {
    private let streams: JetStream
    private let names: ListNames
    private let text: ClaimText
    private let standing: Mutex<Standing>

    /// What a claim says.
    private struct ClaimText: Codable, Equatable {
        /// The name that the leader gave itself.
        let leader: String
        /// Tells two leaders of one name apart.
        let token: String
    }

    private struct Standing {
        var sequence: UInt64 = 0
        var renewed = ContinuousClock.now
    }

    /// Claims the list. Throws `held` where somebody else has.
    init(_ streams: JetStream, _ names: ListNames, identity: String) throws(WorkQueueError) {
        (self.streams, self.names) = (streams, names)
        text = ClaimText(leader: identity, token: RandomName.make())
        standing = Mutex(Standing())
        try streams.make(
            StreamConfiguration(
                name: names.claim, subjects: [names.claimSubject], mostOfSubject: 1,
                age: streams.limits.claim.nanoseconds))
        try renew()
    }

    /// Renews the claim. Throws `held` where somebody else took the list, after it had expired.
    func renew() throws(WorkQueueError) {
        try standing.withLock { (standing) throws(WorkQueueError) in
            let begun = ContinuousClock.now
            standing.sequence = try claim(after: standing.sequence)
            standing.renewed = begun
        }
    }

    /// Renews it when a fourth of its life is over.
    func renewIfDue() throws(WorkQueueError) {
        let age = standing.withLock { ContinuousClock.now - $0.renewed }
        if age > streams.limits.claim / 4 { try renew() }
    }

    /// Gives the list back, unless somebody else has it by now.
    func release() throws(WorkQueueError) {
        let own = standing.withLock { $0.sequence }
        try streams.purge(names.claimSubject, upTo: own, in: names.claim)
    }

    /// The number of a message of ours that follows one of ours, or none.
    private func claim(after sequence: UInt64) throws(WorkQueueError) -> UInt64 {
        var expected = sequence
        let message = (try? JSONEncoder().encode(text)).map(Array.init) ?? []
        // More than one try only when a claim expires between being met and being read.
        for _ in 0..<8 {
            let answer = try streams.publish(names.claimSubject, message, to: names.claim, after: expected)
            guard let error = answer.error else { return answer.seq ?? 0 }
            guard error.isOvertaken else { throw .lost(reason: error.reason) }
            guard let last = try streams.last(names.claimSubject, in: names.claim) else {
                expected = 0
                continue
            }
            let holder = try? JSONDecoder().decode(ClaimText.self, from: Data(last.bytes))
            // A try that was stored and whose answer was lost.
            if holder == text { return last.seq }
            throw .held(by: holder?.leader ?? "")
        }
        throw .timedOut
    }
}
