import Capture
import Sensor

extension LiveText {
    var english: String {
        switch self {
        case .noInterface: "name an interface with --interface (haidang doctor lists them)"
        case .started: "capturing; SIGINT or SIGTERM ends it"
        case .notice(let notice): Self.english(notice)
        case .rulesReplaced(let count, let leftOut):
            leftOut == 0
                ? "new rules at work: \(count)" : "new rules at work: \(count); left out: \(leftOut)"
        case .rulesKept(let reason): "the rules stay as they are: \(reason)"
        case .notReopened(let path, let reason):
            "cannot open \(Escaping.shown(path)) again, writing on to the old file: \(reason)"
        }
    }

    private static func english(_ notice: PipelineNotice) -> String {
        switch notice {
        case .interfaceLost(let error): ProblemText.capture(error).english
        case .interfaceBack(let name): "the interface \(Escaping.shown(name)) is back"
        case .savefileRead: "a savefile has been read"
        case .rulesRefused: "no memory for the new rules in a worker: it goes on with the old ones"
        case .recording(.stopped(let reason)): "recording has stopped: \(SystemReason.translated(reason))"
        case .recording(.resumed(let lost)): "recording again; frames lost meanwhile: \(lost)"
        case .recording(.finished(let file, _, _, _)): "recorded \(Escaping.shown(file))"
        case .recording(.removed(let file, _)): "removed \(Escaping.shown(file))"
        }
    }
}
