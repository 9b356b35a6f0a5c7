import Capture
import Foundation
import Incidents
import NetTypes
import Scan
import Synchronization
import WorkQueue

/// Scans units from a work list, on some threads of this machine, until the leader has ended it.
final class WorkShift: Sendable {
    /// Why a machine leaves the list.
    enum Refusal: Equatable, Sendable {
        /// It has other rules or options than the leader.
        case otherBasis
        /// It does not see a file as the leader does.
        case otherFile(path: String)
        /// It could not make a scanner.
        case rules(RuleError)
        /// The queue does not answer.
        case queue(WorkQueueError)
    }

    /// How often an item is handed out until it is given up: it may be one that ends whoever scans it.
    static let mostDeliveries = 4
    /// Seconds between two signs of life.
    private static let pulse = 5.0

    private let shared: SharedWork
    private let reader: UnitReader
    private let isLeader: Bool
    private let state = Mutex<(refusal: Refusal?, units: Int)>((nil, 0))
    /// What hunts look for, by the digests that orders want: loaded once for all items of a hunt.
    private let hunts = Mutex<[[[UInt8]]: HuntedRules]>([:])
    private let threads = ScanThreads()

    /// A shift that has not begun.
    init(_ shared: SharedWork, _ reader: UnitReader, isLeader: Bool) {
        (self.shared, self.reader, self.isLeader) = (shared, reader, isLeader)
    }

    /// Why this machine has left the list; nil while it has not, and where the list is over.
    var refusal: Refusal? { state.withLock { $0.refusal } }
    /// Units that were scanned.
    var units: Int { state.withLock { $0.units } }

    /// Starts the threads.
    func start(jobs: Int) {
        threads.start(jobs) { self.work($0) }
    }

    /// Waits for the threads, or for so many seconds: true where all have ended.
    func wait(seconds: Double) -> Bool { threads.wait(seconds: seconds) }

    /// Calls the threads off: a unit that one is at goes back to the list.
    func stop() { reader.halt.set() }

    private var goesOn: Bool { reader.goesOn && refusal == nil }

    private func refuse(_ refusal: Refusal) {
        state.withLock { if $0.refusal == nil { $0.refusal = refusal } }
    }

    private func work(_ number: Int) {
        do throws(WorkQueueError) {
            let taker = try WorkTaker(
                shared.address, identity: "\(ProcessInfo.processInfo.hostName)-\(getpid())-\(number)")
            while goesOn, !taker.isOver {
                guard let item = try taker.take(within: .seconds(1)) else { continue }
                try scan(item)
            }
        } catch .over {
            // The leader has all it wants.
        } catch {
            refuse(.queue(error))
        }
    }

    /// Scans an item, gives it up where it was handed out too often, or gives it back where this machine must not scan it.
    private func scan(_ item: WorkItem) throws(WorkQueueError) {
        guard let order = WorkOrder(item.order), shared.bases.contains(where: order.isFor) else {
            try item.giveBack()
            return refuse(.otherBasis)
        }
        let outlet = WorkOutlet(item, host: order.host)
        if item.deliveries > Self.mostDeliveries {
            outlet.finish(Self.givenUp(order, item.deliveries - 1))
        } else {
            guard let unit = unit(order, item) else { return try item.giveBack() }
            guard let result = try read(unit, order, item, outlet) else { return }
            outlet.finish(result)
        }
        if let failure = outlet.failure { throw failure }
        try item.done()
        state.withLock { $0.units += 1 }
    }

    /// The unit as this machine sees it. The leader takes files as they are by now, gone or not; anybody else leaves the list.
    private func unit(_ order: WorkOrder, _ item: WorkItem) -> ScanUnit? {
        if let unit = order.unit { return unit }
        guard isLeader else {
            refuse(.otherFile(path: order.files.first { $0.here == nil }?.path ?? ""))
            return nil
        }
        return ScanUnit(
            files: order.files.map { ScanUnit.File(path: $0.path, size: $0.size, start: $0.start) },
            leadIn: order.leadIn?.here, work: order.wanted == nil ? .scan : .hunt(ruleSet: []),
            counter: order.counter)
    }

    /// Reads a unit, with signs of life meanwhile; nil where that was cut short and the item was given back.
    private func read(
        _ unit: ScanUnit, _ order: WorkOrder, _ item: WorkItem, _ outlet: WorkOutlet
    ) throws(WorkQueueError) -> UnitResult? {
        let timer = DispatchSource.makeTimerSource()
        timer.schedule(deadline: .now() + Self.pulse, repeating: Self.pulse)
        timer.setEventHandler { item.keep() }
        timer.resume()
        defer { timer.cancel() }
        var reader = reader
        if let wanted = order.wanted {
            guard let hunt = hunt(wanted) else {
                try item.giveBack()
                refuse(.otherBasis)
                return nil
            }
            reader.hunts = [[]: hunt]
        }
        do throws(RuleError) {
            let result = try reader.read(unit, into: outlet)
            // Less than all of it counts for nothing here: whoever takes it next reads it whole.
            if !result.wasInterrupted, result.files.count == unit.files.count { return result }
        } catch {
            refuse(.rules(error))
        }
        try item.giveBack()
        return nil
    }

    /// What a hunt looks for; nil where it cannot be loaded.
    private func hunt(_ wanted: [[UInt8]]) -> HuntedRules? {
        hunts.withLock { hunts in
            if hunts[wanted] == nil {
                hunts[wanted] = shared.load(Set(reader.engine.digests).subtracting(wanted))
            }
            return hunts[wanted]
        }
    }

    private static func givenUp(_ order: WorkOrder, _ times: Int) -> UnitResult {
        let files = order.files.map { file in
            UnitResult.File(
                outcome: .failed(
                    .unreadable(path: file.path, reason: "given up: \(times) scanning processes ended on it")),
                started: .now)
        }
        return UnitResult(files: files)
    }
}
