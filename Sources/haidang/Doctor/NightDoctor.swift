import Foundation
import Incidents
import NetTypes

/// Looks at what tonight's scan depends on beside what every run does, and says what would keep it from working.
struct NightDoctor {
    /// The settings that the scan would have.
    let settings: Settings
    /// The ledger that it would have; empty for none.
    let ledger: String
    /// The files and folders that it would be asked for; empty for those of the last run.
    let paths: [String]
    /// The machine.
    let machine: NightMachine

    /// Runs that are looked at for one that was cut off.
    private static let runsLookedAt = 30
    /// Nanoseconds after which a run is too long ago: a night and two hours.
    private static let longestPause: Int64 = 26 * 3_600_000_000_000

    /// All of it: the ledger first, which says what the others are about.
    func examine() -> [Diagnosis] {
        var (list, runs): ([Diagnosis], [LedgerRun]) = ([account], [])
        do throws(LedgerError) {
            list += try lookIntoLedger(&runs)
        } catch {
            list.append(refused(error))
        }
        let asked = paths.isEmpty ? runs.first?.asked.map(\.description) ?? [] : paths
        return list + [savefiles(asked)] + places + [clock(runs), timer]
    }

    private func lookIntoLedger(_ runs: inout [LedgerRun]) throws(LedgerError) -> [Diagnosis] {
        guard !ledger.isEmpty else {
            return [.warning(.night(.ledger), "\(NightCheckText.noLedger)", .mend(.nameLedger))]
        }
        let shown = Escaping.shown(ledger)
        guard FileManager.default.fileExists(atPath: ledger) else {
            return [.ok(.night(.ledger), "\(shown): \(NightCheckText.notMade)")]
        }
        let opened = try ScanLedger(path: ledger, creates: false)
        runs = try opened.runs(limit: Self.runsLookedAt)
        let size = NightPlace.size(ledger) + NightPlace.size(ledger + "-wal")
        let detail = NightCheckText.ledgerSize(size, runs: try opened.runCount, kept: ScanLedger.keptRuns)
        var isHeld = false
        var list: [Diagnosis] = [.ok(.night(.ledger), "\(shown): \(detail)")]
        do throws(LedgerError) {
            try opened.requireUnheld()
        } catch .held(let process, let since) {
            isHeld = true
            let holder = LedgerText.error(.held(byPID: process, since: since))
            list.append(.note(.night(.holder), "\(holder)", .mend(.waitForRun)))
        }
        return list + [lastRun(runs, isHeld: isHeld)]
    }

    private func refused(_ error: LedgerError) -> Diagnosis {
        let remedy: NightRemedyText =
            switch error {
            case .newerVersion: .updateProgram
            case .noLedger, .damaged: .moveLedger(Escaping.shown(ledger))
            case .full: .freeDisk(Escaping.shown(ledger))
            default: .openLedger(Escaping.shown(ledger))
            }
        return .failure(
            .night(.ledger), "\(LedgerText.error(error))", .mend(remedy), ExitCode(.ledger(error)))
    }

    private func lastRun(_ runs: [LedgerRun], isHeld: Bool) -> Diagnosis {
        guard let last = runs.first else {
            return .note(.night(.lastRun), "\(NightCheckText.noRun)", .mend(.startRun))
        }
        if let open = runs.first(where: { $0.finished == nil }), !(isHeld && open.number == last.number) {
            let detail = NightCheckText.cutOff(
                since: open.started, files: open.totals.done + open.totals.partial)
            return .warning(.night(.lastRun), "\(detail)", .mend(.resume(Escaping.shown(ledger))))
        }
        guard let finished = last.finished, let code = last.exitCode else {
            return .ok(.night(.lastRun), "\(NightCheckText.atWork(since: last.started))")
        }
        let detail = "\(NightCheckText.finished(at: finished, code: code))"
        if code != ExitCode.nothingFound.rawValue, code != ExitCode.found.rawValue {
            return .warning(.night(.lastRun), detail, .mend(.readExitCode(code)))
        }
        if machine.now.nanoseconds(since: finished) > Self.longestPause {
            return .warning(.night(.lastRun), "\(detail); \(NightCheckText.longAgo)", .mend(.lookAtTimer))
        }
        return .ok(.night(.lastRun), detail)
    }

    /// Order in the ledger does not depend on the clock, but everything that a person reads does: reports, files that still change,
    /// the end of the night.
    private func clock(_ runs: [LedgerRun]) -> Diagnosis {
        let latest = runs.flatMap { [$0.started, $0.finished ?? $0.started] }.max()
        if let latest, machine.now < latest {
            let detail = NightCheckText.clockBehind(now: machine.now, latest: latest)
            return .failure(.night(.clock), "\(detail)", .mend(.setClock))
        }
        switch machine.isClockKept {
        case true?: return .ok(.night(.clock), "\(NightCheckText.clockKept)")
        case false?: return .warning(.night(.clock), "\(NightCheckText.clockNotKept)", .mend(.keepClock))
        case nil: return .ok(.night(.clock), "\(NightCheckText.clockUnknown)")
        }
    }

    private var timer: Diagnosis {
        guard let state = machine.timer else {
            return .note(.night(.timer), "\(NightCheckText.noSystemd)", .mend(.useCron))
        }
        let detail = "\(NightMachine.timerUnit): \(Escaping.shown(state))"
        return state.hasPrefix("enabled")
            ? .ok(.night(.timer), detail) : .warning(.night(.timer), detail, .mend(.enableTimer))
    }
}
