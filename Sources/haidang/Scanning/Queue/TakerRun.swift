import NetTypes
import WorkQueue

/// A run that scans what another has laid out in a work list, until that is over.
struct TakerRun {
    private let shared: SharedWork
    private let reader: UnitReader

    /// A run that has not begun.
    init(_ shared: SharedWork, _ engine: ScanEngine, _ pace: ScanPace) {
        self.shared = shared
        reader = UnitReader(
            engine: engine, hunts: [:], pace: pace, rate: ReadingRate(), progress: ScanProgress([]))
    }

    /// Scans until the list is over, or a signal or the clock ends it; says how that went.
    func run(_ terminal: Terminal) throws(CommandError) -> ExitCode {
        let shift = WorkShift(shared, reader, isLeader: false)
        shift.start(jobs: reader.pace.jobs)
        while !shift.wait(seconds: 0.2) {}
        terminal.results.line("\(QueueText.scanned(units: shift.units, list: shared.address.name))")
        switch shift.refusal {
        case .otherBasis: throw .usage("\(QueueText.otherBasis)")
        case .otherFile(let path): throw .usage("\(QueueText.otherFile(path: path))")
        case .rules(let error): throw .rules(error)
        case .queue(let error): throw .queue(error)
        case nil: return Interruption.signal.map { ExitCode(signal: $0) } ?? .nothingFound
        }
    }
}
