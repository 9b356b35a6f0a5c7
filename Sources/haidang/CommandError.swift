import Capture
import Drills
import Incidents
import Rulebook
import Scan
import WorkQueue

/// What ends a command before it has done anything. Each is one sentence to the person, and one exit code.
enum CommandError: Error, Equatable {
    /// The command line makes no sense.
    case usage(String)
    /// The configuration file is not valid.
    case configuration([ConfigurationProblem])
    /// No input could be used.
    case capture(CaptureError)
    /// The rules could not be used.
    case rules(RuleError)
    /// A bundle of rules, or a key, cannot be used.
    case bundle(BundleFailure)
    /// Lists of indicators could not be used.
    case indicators(IndicatorError)
    /// There are rules, and none of them compiles; each problem has been named before.
    case nothingCompiled(problems: Int)
    /// No rules were named and the default folders are not there.
    case noRuleFolder(tried: [String])
    /// The store of incidents could not be used.
    case store(StoreError)
    /// Rights could not be given up.
    case privileges(PrivilegeError)
    /// The metrics cannot be served where they were to be.
    case cannotListen(MetricsAddress, reason: String)
    /// The system gave no memory or no thread.
    case noThreads
    /// A file that the command was told to write cannot be written.
    case cannotWrite(path: String, reason: String)

    /// A case folder cannot be written or used.
    case evidence(EvidenceError)
    /// A drill cannot be played.
    case drill(DrillError)
    /// A drill was not sent to an interface, or not to its end.
    case sending(SendingError)
    /// Another drill is being sent to that interface.
    case busy(String)
    /// The ledger of scans cannot be used.
    case ledger(LedgerError)
    /// Work cannot be shared with other machines.
    case queue(WorkQueueError)
    /// A logbook, or a file for one, cannot be used.
    case logbook(LogbookError)

    /// No drill could be made of a capture.
    case drillMake(MakeError)

    /// Does something with the ledger, of which a failure ends the command.
    static func ledger<Value>(_ body: () throws(LedgerError) -> Value) throws(CommandError) -> Value {
        do throws(LedgerError) {
            return try body()
        } catch {
            throw .ledger(error)
        }
    }

    /// The sentences, one for each thing that is wrong.
    var sentences: [String] {
        switch self {
        case .usage(let text): [text]
        case .configuration(let problems): problems.map { "\(ProblemText.configuration($0))" }
        case .capture(let error): ["\(ProblemText.capture(error))"]
        case .rules(let error): ["\(ProblemText.rules(error))"]
        case .bundle(let failure): ["\(BundleText.failure(failure))"]
        case .indicators(let error): ["\(IndicatorText.error(error))"]
        case .nothingCompiled(let problems): ["\(ProblemText.nothingCompiled(problems: problems))"]
        case .noRuleFolder(let tried): ["\(ProblemText.noRuleFolder(tried: tried))"]
        case .store(let error): ["\(IncidentText.error(error))"]
        case .privileges(let error): ["\(PrivilegeText.error(error))"]
        case .cannotListen(let address, let reason):
            ["\(MetricsNotice.cannotListen(address, reason: reason))"]
        case .noThreads: ["\(ProblemText.noThreads)"]
        case .evidence(let error): ["\(EvidenceText.error(error))"]
        case .drill(let error): ["\(DrillText.error(error))"]
        case .sending(let error): ["\(SendingText.sendingError(error))"]
        case .busy(let interface): ["\(SendingText.busy(interface))"]
        case .ledger(let error): ["\(LedgerText.error(error))"]
        case .queue(let error): ["\(QueueText.error(error))"]
        case .logbook(let error): ["\(LogbookText.error(error))"]
        case .drillMake(let error): DrillMakeText.sentences(error)
        case .cannotWrite(let path, let reason): ["\(ProblemText.cannotWrite(path: path, reason: reason))"]
        }
    }
}
