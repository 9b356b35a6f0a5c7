import Foundation
import Incidents
import NetTypes
import WorkQueue

/// The leader's side of a work list: lays out the units of a run, and has the result of each when its turn comes.
final class WorkDirector {
    private let leader: WorkLeader
    private let ids: [String]
    private let mine: Set<String>
    private var finished: [String: FinishedItem] = [:]
    private let timer: any DispatchSourceTimer

    /// Seconds between two renewals of the claim, also while results are written.
    private static let pulse = 5.0

    /// Claims the list and lays out all units. `wanted` gives the digests of what a hunt looks for.
    init(
        _ address: WorkQueueAddress, _ units: [ScanUnit], _ basis: LedgerBasis, host: String,
        wanted: (ScanUnit) -> [[UInt8]]?
    ) throws(WorkQueueError) {
        let orders = units.map { WorkOrder($0, basis, host: host, wanted: wanted($0)) }
        let leader = try WorkLeader(address, identity: "\(ProcessInfo.processInfo.hostName)-\(getpid())")
        self.leader = leader
        mine = Set(orders.map(\.id))
        ids = orders.map(\.id)
        // Made and started at once: one that is let go before it was started ends the process.
        timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + Self.pulse, repeating: Self.pulse)
        timer.setEventHandler { try? leader.keep() }
        timer.resume()
        for order in orders { try leader.lay(id: order.id, order: order.bytes) }
    }

    deinit { timer.cancel() }

    /// Looks for a little while whether a unit is finished; what else is finished meanwhile is kept for its turn.
    func isFinished(_ number: Int) throws(WorkQueueError) -> Bool {
        if finished[ids[number]] != nil { return true }
        guard let item = try leader.next(within: .milliseconds(200)) else { return false }
        if mine.contains(item.id) {
            finished[item.id] = item
        } else {
            // A list that an earlier run has left had other units.
            try leader.forget(item)
        }
        return finished[ids[number]] != nil
    }

    /// The result of a finished unit, checked to be whole; nil where there is no room to keep it meanwhile.
    func result(of number: Int) throws(WorkQueueError) -> WorkSpool? {
        guard let item = finished[ids[number]], let spool = WorkSpool() else { return nil }
        try leader.read(item) { spool.add($0) }
        return spool
    }

    /// The result of a unit is on disk here: the queue need not keep it.
    func forget(_ number: Int) throws(WorkQueueError) {
        if let item = finished.removeValue(forKey: ids[number]) { try leader.forget(item) }
    }

    /// Ends the list: nothing more comes.
    func finish() throws(WorkQueueError) { try leader.finish() }

    /// Leaves the list as it is, for the run that goes on with it.
    func leave() { try? leader.leave() }
}
