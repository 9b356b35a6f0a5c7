import Capture
import Scan

extension ProblemText {
    var english: String {
        switch self {
        case .noInput: "name savefiles or folders to scan"
        case .capture(let error): Self.english(error)
        case .rules(let error): Self.english(error)
        case .rule(let problem): Self.english(problem)
        case .configuration(let problem): problem.english
        case .nothingCompiled(let problems): "none of the rules compiles (\(problems) problems named above)"
        case .noRuleFolder(let tried):
            "no rule folder was found (tried \(tried.map(Escaping.shown).joined(separator: ", "))); "
                + "name one with --rules"
        case .cannotWrite(let path, let reason):
            "cannot write \(Escaping.shown(path)): \(SystemReason.translated(reason))"
        case .eventLogOnOutput: "the event log needs a file; for detections on standard output use --json"
        case .eventLogBroken(let path, let reason):
            "the event log \(Escaping.shown(path)) is not complete: \(SystemReason.translated(reason))"
        case .resultsLost(let reason):
            "results could not all be written to standard output: \(SystemReason.translated(reason))"
        case .unbalanced(let law): "internal error: the counters do not add up, \(law)"
        case .usage(let reason): reason
        case .seeHelp(let command): "See '\(command)' for how it is used."
        case .noThreads: "the system gave no memory or no thread for a worker"
        case .unexpected(let reason): "internal error: \(Escaping.shown(reason))"
        }
    }

    private static func english(_ error: CaptureError) -> String {
        switch error {
        case .missing(let path): "there is no file or folder \(Escaping.shown(path))"
        case .unreadable(let path, let reason):
            "cannot read \(Escaping.shown(path)): \(SystemReason.translated(reason, .english))"
        case .notASavefile(let path, let reason):
            "\(Escaping.shown(path)) is not a savefile (pcap): it \(SystemReason.translated(reason, .english))"
        case .emptyFolder(let path): "the folder \(Escaping.shown(path)) holds no savefile"
        case .unwritable(let path, let reason):
            "cannot record into \(Escaping.shown(path)): \(SystemReason.translated(reason, .english))"
        case .noSuchInterface(let name, let known):
            "there is no interface \(Escaping.shown(name)); there are: \(names(of: known))"
        case .notPermitted(let name):
            "no permission to capture on \(Escaping.shown(name)): it needs root or the capability CAP_NET_RAW"
        case .badFilter(let filter, let reason):
            "the filter \(Escaping.shown(filter)) is not valid: \(Escaping.shown(reason))"
        case .interfaceDown(let name): "the interface \(Escaping.shown(name)) is down or gone"
        case .linkTypeNotDecoded(let name, let linkType):
            "the frames of \(Escaping.shown(name)) cannot be decoded: their link type is "
                + Escaping.shown(linkType)
        case .interfaceFailed(let name, let reason):
            "cannot capture on \(Escaping.shown(name)): \(SystemReason.translated(reason, .english))"
        }
    }

    private static func english(_ error: RuleError) -> String {
        switch error {
        case .missing(let path): "there is no rule file or folder \(Escaping.shown(path))"
        case .unreadable(let path, let reason):
            "cannot read rules from \(Escaping.shown(path)): \(SystemReason.translated(reason))"
        case .noRules(let paths):
            "there is no rule file in \(paths.map(Escaping.shown).joined(separator: ", "))"
        case .engine(let reason): "libyara failed: \(Escaping.shown(reason))"
        }
    }

    private static func english(_ problem: RuleProblem) -> String {
        let place = "\(Escaping.shown(problem.file)):\(problem.line)"
        let rule = problem.rule.map { "rule \(Escaping.shown($0))" } ?? "rule file"
        let outcome = problem.isError ? "\(rule) is left out" : rule
        return "\(place): \(outcome): \(Escaping.shown(problem.message))"
    }
}
