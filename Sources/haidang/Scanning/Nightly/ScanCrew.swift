import Foundation
import NetTypes
import Scan
import Synchronization

/// The threads that read units, each one after another, in the order of the plan. They run ahead of the one that writes by a
/// bounded number of units and findings.
final class ScanCrew: Sendable {
    /// Parts of findings that wait for each unit.
    private static let partsOfUnit = 384
    /// Units for each thread that may be under way or wait to be taken up.
    private static let unitsAhead = 2

    private struct State {
        var next = 0
        var taken = 0
        /// Why no further unit is begun: those from here on are left over.
        var end: Int?
    }

    private let units: [ScanUnit]
    private let pipes: [UnitPipe]
    private let reader: UnitReader
    private let state = Mutex(State())
    private let room: DispatchSemaphore
    private let begun: [DispatchSemaphore]
    private let threads = ScanThreads()

    /// Starts to read units with as many threads as the pace says.
    init(_ units: [ScanUnit], _ reader: UnitReader) {
        self.units = units
        var reader = reader
        // Whoever reads for the run once the crew is called off is not called off with it.
        reader.halt = ReadingHalt()
        self.reader = reader
        pipes = units.map { _ in UnitPipe(capacity: Self.partsOfUnit) }
        begun = units.map { _ in DispatchSemaphore(value: 0) }
        room = DispatchSemaphore(value: reader.pace.jobs * Self.unitsAhead)
        threads.start(reader.pace.jobs) { _ in self.work() }
    }

    /// What comes of a unit; nil where it is not begun any more. Waits until that is known.
    func pipe(_ number: Int) -> UnitPipe? {
        begun[number].wait()
        return state.withLock { number < $0.end ?? .max } ? pipes[number] : nil
    }

    /// A unit was taken up: another may be begun.
    func isTaken() {
        state.withLock { $0.taken += 1 }
        room.signal()
    }

    /// Brings all threads to their end, and waits for them.
    func stop() {
        reader.halt.set()
        for pipe in pipes { pipe.close() }
        for _ in 0..<reader.pace.jobs { room.signal() }
        threads.wait()
        // A semaphore must not end below what it began with.
        let (next, taken) = state.withLock { ($0.next, $0.taken) }
        for _ in taken..<max(next, taken) { room.signal() }
    }

    private func work() {
        while let number = take() {
            let (pipe, unit) = (pipes[number], units[number])
            let outlet = PipedOutlet(pipe)
            do throws(RuleError) {
                let result = try reader.read(unit, into: outlet)
                outlet.flush()
                pipe.put(.end(result))
            } catch {
                pipe.put(.failed(error))
            }
        }
    }

    /// The next unit to read; nil when there is none, or no time for it.
    private func take() -> Int? {
        room.wait()
        let number: Int? = state.withLock { state in
            guard !reader.halt.isSet, state.end == nil, state.next < units.count else { return nil }
            let number = state.next
            let isLate = !reader.pace.allows(
                bytes: units[number].files[0].size, rate: reader.rate.bytesPerSecond)
            if Interruption.signal != nil || isLate {
                state.end = number
                return nil
            }
            state.next += 1
            return number
        }
        guard let number else {
            // Whoever waits for one of those that are not begun learns that it is not.
            let end = state.withLock { $0.end ?? units.count }
            for place in end..<units.count where end < units.count { begun[place].signal() }
            room.signal()
            return nil
        }
        begun[number].signal()
        return number
    }
}
