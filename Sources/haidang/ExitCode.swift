import Capture
import Drills
import Incidents
import Rulebook
import Scan
import WorkQueue

/// How a run ended, for the shell, cron and systemd. The numbers are a contract.
enum ExitCode: Int32, Sendable {
    /// Finished: all scanned, nothing found.
    case nothingFound = 0
    /// Finished: something found.
    case found = 1
    /// Wrong usage or configuration; nothing done.
    case usage = 2
    /// Finished, but something was truncated, unreadable, dropped, timed out or not looked for. Outranks `found`.
    case incomplete = 3
    /// Rules did not compile.
    case rules = 4
    /// Input, permission or interface; nothing done.
    case input = 5
    /// An error of our own.
    case `internal` = 6
    /// Another run holds what this one needs.
    case busy = 75
    /// Interrupted by SIGINT.
    case interrupted = 130
    /// Ended by SIGTERM.
    case terminated = 143

    /// The one place where errors become codes.
    init(_ error: CommandError) {
        self =
            switch error {
            case .usage, .configuration, .cannotWrite, .capture(.badFilter): .usage
            case .privileges(.noSuchUser), .privileges(.isRoot): .usage
            case .capture, .noRuleFolder, .indicators, .privileges(.refused), .cannotListen: .input
            case .store(.notAllowed), .store(.merged), .store(.intoItself), .store(.unknownIncident): .usage
            case .store(.failed): .internal
            case .store: .input
            case .noThreads: .internal
            case .rules(.missing), .rules(.unreadable), .rules(.noRules): .input
            case .rules(.engine): .internal
            case .nothingCompiled: .rules
            case .bundle(let failure): ExitCode(failure.error)
            case .evidence(let error): ExitCode(error)
            case .drill(let error): ExitCode(error)
            case .sending(.badSpeed): .usage
            case .sending(.lost): .incomplete
            case .sending: .input
            case .busy: .busy
            case .drillMake(let error): ExitCode(error)
            case .ledger(.held), .queue(.held): .busy
            case .ledger(.noSuchRun): .usage
            case .queue(.address), .queue(.notBuiltIn): .usage
            case .queue: .input
            case .ledger(.failed), .ledger(.notHeld), .ledger(.noOpenRun): .internal
            case .ledger: .input
            case .logbook(let error): ExitCode(error)
            }
    }

    /// What cannot be read, or is not what the drill was made for, is input; what the drill says wrongly is usage.
    private init(_ error: DrillError) {
        self =
            switch error {
            case .capture, .changed, .noFrames, .store: .input
            case .outside, .cannotWrite: .usage
            case .noThreads: .internal
            }
    }

    /// What is wrong with a bundle is wrong with the rules; a key that is none was named by mistake.
    private init(_ error: BundleError) {
        self =
            switch error {
            case .unreadable: .input
            case .noKey: .usage
            case .engine: .internal
            default: .rules
            }
    }

    /// What makes no sense was said by mistake; files that cannot be used are input.
    private init(_ error: LogbookError) {
        self =
            switch error {
            case .badAction, .noSuchEntry, .alreadyCorrected, .alreadyImported, .badRow, .noRows: .usage
            case .unreadable, .notAFile, .cannotWrite, .tooLarge, .broken: .input
            }
    }

    /// What cannot be read or opened is input; what cannot be written, or is no key, was named by mistake.
    private init(_ error: EvidenceError) {
        self =
            switch error {
            case .exists, .cannotWrite, .noKey: .usage
            case .unreadable, .notACase, .tooLarge, .notOpened, .noSuchObject, .brokenLog: .input
            case .interrupted: ExitCode(signal: Interruption.signal ?? 0)
            case .engine: .internal
            }
    }

    /// A drill that cannot be made clean is not written: nothing was done.
    private init(_ error: MakeError) {
        self =
            switch error {
            case .capture(let error): ExitCode(CommandError.capture(error))
            case .rules(let error): ExitCode(CommandError.rules(error))
            case .unusableText, .tooManyTexts: .usage
            case .interrupted: ExitCode(signal: Interruption.signal ?? 0)
            case .noAlerts, .nothingTaken, .nothingFound, .tooLarge, .tooManyAddresses, .noKey, .lost, .leak:
                .input
            }
    }

    /// The code of a run that `signal` ended.
    init(signal: Int32) {
        self = signal == Interruption.terminate ? .terminated : .interrupted
    }
}
