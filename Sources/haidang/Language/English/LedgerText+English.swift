import Incidents
import NetTypes

extension LedgerText {
    var english: String {
        switch self {
        case .error(let error): Self.english(error)
        case .resumeNeedsLedger: "--resume needs a ledger (--ledger FILE)"
        case .nothingToResume: "the ledger has no run that was cut off"
        case .resumed(let bytes):
            "A run was cut off and is gone on with; \(Number.bytes(bytes)) of the event log that belong to no finished file were taken off."
        case .account(let known, let left):
            "Ledger: \(Number.grouped(known)) files known and left out"
                + (left > 0 ? "; \(Number.grouped(left)) that still change left for next time" : "")
        }
    }

    private static func english(_ error: LedgerError) -> String {
        switch error {
        case .cannotOpen(let path, let reason):
            "the ledger \(Escaping.shown(path)) cannot be used\(reason.isEmpty ? "" : ": \(Escaping.shown(reason))")"
        case .newerVersion(let path):
            "the ledger \(Escaping.shown(path)) is of a later version of this program"
        case .noLedger(let path): "\(Escaping.shown(path)) is a database of something else"
        case .locked: "another process holds the ledger"
        case .full: "the disk of the ledger is full"
        case .damaged(let reason): "the ledger is damaged: \(Escaping.shown(reason))"
        case .failed(let reason): "the ledger: \(Escaping.shown(reason))"
        case .held(let process, let since):
            "another run is at work" + (process.map { " (process \($0)" } ?? "")
                + (since.map { ", since \($0.description.prefix(19))" } ?? "") + (process == nil ? "" : ")")
        case .notHeld: "the ledger is not held by this run"
        case .noOpenRun(let run): "the ledger has no open run \(run)"
        case .noSuchRun(let run): "the ledger has no run \(run)"
        case .noRuns: "the ledger has no run yet"
        case .tooManyPaths(let limit): "the paths have more than \(Number.bytes(UInt64(limit)))"
        case .logChanged(let path):
            "the event log \(Escaping.shown(path.description)) is not as the run that was cut off left it; move it away"
        }
    }
}
