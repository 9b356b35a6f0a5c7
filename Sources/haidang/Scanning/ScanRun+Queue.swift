import Incidents
import NetTypes
import WorkQueue

extension ScanRun {
    /// Lays out units for all machines that take from a work list, this one among them, and takes up the results in the order
    /// of the plan. A list that others still work on is left to the run that goes on with it.
    mutating func readShared(_ units: [ScanUnit], _ shared: SharedWork) {
        var next = 0
        do throws(WorkQueueError) {
            let hunts = reader.hunts
            let digests = reader.engine.digests
            let director = try WorkDirector(shared.address, units, shared.basis, host: shared.host) { unit in
                guard case .hunt(let set) = unit.work, let hunt = hunts[set] else { return nil }
                return digests.filter { !hunt.known.contains($0) }
            }
            // What this machine scans counts as what others scan: once its result is taken up.
            var silent = reader
            silent.progress = ScanProgress([])
            let shift = WorkShift(shared, silent, isLeader: true)
            shift.start(jobs: reader.pace.jobs)
            defer { end(shift) }
            while next < units.count, ledgerFailure == nil, reader.goesOn {
                reader.progress.show(messages)
                guard try director.isFinished(next) else {
                    if let refusal = shift.refusal { throw refusal.error }
                    continue
                }
                try take(director, next, units[next])
                next += 1
            }
            shift.stop()
            if next == units.count { try director.finish() } else { director.leave() }
        } catch {
            queueFailure = error
        }
        for unit in units[next...] { leave(unit.files) }
    }

    private func end(_ shift: WorkShift) {
        shift.stop()
        while !shift.wait(seconds: 0.1) { reader.progress.show(messages) }
    }

    /// Takes up the result of a unit, once it is known to be whole.
    private mutating func take(_ director: WorkDirector, _ number: Int, _ unit: ScanUnit)
        throws(WorkQueueError)
    {
        guard let spool = try director.result(of: number) else {
            throw .lost(reason: "there is no room for its result here")
        }
        sink.begin(unit)
        var result: UnitResult?
        let isWhole = spool.lines { line in
            // Nothing follows the end.
            guard result == nil, let part = WorkPart(line) else { return false }
            if case .end(let end) = part { result = end } else { sink.receive(part) }
            return true
        }
        guard isWhole, let result, result.files.count == unit.files.count, result.isPlausible else {
            cutLog()
            throw .lost(reason: "the result of \(unit.files[0].path) is none that this version writes")
        }
        settle(result, unit)
        for file in unit.files {
            reader.progress.update(file, bytesRead: file.size)
            reader.progress.finish(file)
        }
        if ledgerFailure == nil { try director.forget(number) }
    }
}

extension WorkShift.Refusal {
    /// What it is to the leader, who has the same rules and files as itself.
    fileprivate var error: WorkQueueError {
        switch self {
        case .queue(let error): error
        case .otherBasis: .lost(reason: "the list has orders of another leader")
        case .otherFile(let path): .lost(reason: "it is not the same file any more: \(path)")
        case .rules: .lost(reason: "no scanner could be made")
        }
    }
}
