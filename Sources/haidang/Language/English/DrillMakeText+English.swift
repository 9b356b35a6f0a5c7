import Drills

extension DrillMakeText {
    var english: String {
        switch self {
        case .exists(let path): "'\(Escaping.shown(path))' exists already; a drill gets a folder of its own"
        case .unreadable(let path): "'\(Escaping.shown(path))' cannot be read"
        case .shortKey(let path, let least):
            "'\(Escaping.shown(path))' is no key: it has fewer than \(least) bytes"
        case .needsFile: "the capture is read more than once, so it has to be a file"
        case .badTime(let text): "'\(Escaping.shown(text))' is no time such as 2026-01-05T08:00:00Z"
        case .written(let path): "Drill written: \(Escaping.shown(path))"
        case .taken(let frames, let all): "Frames taken: \(Number.grouped(frames)) of \(Number.grouped(all))"
        case .found(let detections, let alerts):
            "Detections: \(Number.grouped(detections)), the same as in the original (alerts read: \(Number.grouped(alerts)))"
        case .replaced(let addresses): "Addresses replaced: \(Number.grouped(addresses))"
        case .damaged(let path, let reason):
            "\(Escaping.shown(path)) was not read to its end: \(SystemReason.translated(reason, .english))"
        case .dropped(let flow): "flow left out: \(Self.ends(flow)): \(Self.english(flow.reason))"
        case .lost(let lost):
            "not in the drill: \(Escaping.shown(lost.rule)), frame \(Number.grouped(lost.frame))"
        case .coincidences(let count):
            "In \(Number.grouped(count)) places bytes happen to be those of an original address; they were left."
        case .strangers(let texts):
            "addresses as text that belong to no host of the capture were left; name them in --replace: "
                + texts.joined(separator: ", ")
        case .noAlerts: "there is no alert to make a drill from"
        case .nothingTaken: "the capture has no frame between the hosts of the alerts"
        case .nothingFound: "the engine finds nothing in what was taken, so there is nothing to detect"
        case .interrupted: "interrupted; nothing was written"
        case .tooLarge(let limit):
            "the hosts of the alerts exchange more than \(Number.grouped(limit >> 20)) MiB; name fewer alerts"
        case .tooManyAddresses(let limit): "the capture has more than \(Number.grouped(limit)) addresses"
        case .tooManyTexts(let limit): "more than \(Number.grouped(limit)) texts are to be replaced"
        case .noKey(let tries):
            "under none of \(tries) keys all replacements differ from all originals: the capture has too many addresses"
        case .unusableText(let text): "'\(Escaping.shown(text))' is too short or too long to be replaced"
        case .leak(let place): "an original is left (\(Escaping.shown(place))); nothing was written"
        case .losses(let count):
            "\(Number.grouped(count)) detections cannot be kept, since their flows do not come clean; --drop leaves them out"
        }
    }

    private static func english(_ reason: DroppedFlow.Reason) -> String {
        switch reason {
        case .leak(let place): "an original is left in it (\(place))"
        case .detections: "the engine finds something else in it than in the original"
        }
    }
}
