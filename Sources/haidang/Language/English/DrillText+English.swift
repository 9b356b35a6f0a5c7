import Drills
import NetTypes

extension DrillText {
    var english: String {
        switch self {
        case .banner: "DRILL: nothing here is a real incident"
        case .error(let error): Self.english(error)
        case .folderExists(let path):
            "\(Escaping.shown(path)) is there already; a run has a folder of its own"
        case .noRun(let path): "\(Escaping.shown(path)) is no folder of a run"
        case .storeExists(let path):
            "\(Escaping.shown(path)) is there already; a drill begins with a new store"
        case .notADrillStore(let path): "\(Escaping.shown(path)) is no store of a drill"
        case .drillChanged(let path):
            "\(Escaping.shown(path)) has changed since the run; judge it by the old one (--drill FILE)"
        case .logChanged(let path): "\(Escaping.shown(path)) has changed since the run: it is no proof of it"
        case .cannotGoBack: "a drill only goes forward; start a new run to see it again"
        case .badSpan(let text): "\(Escaping.shown(text)) is no span of time, as 250ms, 12s, 15m and 24h are"
        case .badPace(let text):
            "\(Escaping.shown(text)) is no pace: a number from 0 (as fast as possible) to 1000"
        case .badOrder(let text):
            "\(Escaping.shown(text)) is no order: pause, resume, pace N, seek TIME or stop"
        case .unknownRule(let rule, let inject, let nearest):
            "inject \(inject) expects the rule \(Escaping.shown(rule)), which is not among the rules"
                + (nearest.map { "; did you mean \(Escaping.shown($0))?" } ?? "")
        case .damaged(let file, let reason):
            "\(Escaping.shown(file)) was read in part: \(Escaping.shown(reason))"
        case .regressions(let count):
            "\(Number.grouped(count)) frames are older than one before them; they play with the frame before"
        case .playing(let title, let length, let frames, let speed):
            "\(Escaping.shown(title)): \(SpanText.short(length)) of traffic, \(Number.grouped(frames)) frames, "
                + (speed > 0 ? "at \(SpanText.pace(speed))" : "as fast as possible")
        case .folder(let path): "Everything about this run: \(Escaping.shown(path))"
        case .played(let done, let all, let isPaused):
            "\(SpanText.short(done)) of \(SpanText.short(all))" + (isPaused ? ", paused" : "")
        case .score(let points, let maximum):
            "Score: \(SpanText.points(points)) of \(SpanText.points(maximum)) points"
        case .provisional: "provisional: the drill is not over"
        case .unexpected(let count): "\(Number.grouped(count)) detections that nothing expects"
        case .unjudged(let count): "\(Number.grouped(count)) detections were not judged, being too many"
        case .unassessed(let count): "\(Number.grouped(count)) injects that nobody has evaluated"
        case .incomplete(let words): "Not all was inspected: \(words.joined(separator: ", "))"
        case .silence(let title, let isKept):
            "Silence\(title.isEmpty ? "" : " (\(Escaping.shown(title)))"): "
                + (isKept.map { $0 ? "kept" : "broken" } ?? "so far kept")
        case .verdict(let verdict): Self.english(verdict)
        case .reason(let reason): Self.english(reason)
        case .near(let rule): "found there: \(Escaping.shown(rule))"
        case .answered(let id): "The answer about \(id) is entered."
        case .emptyAnswer:
            "an answer says something: --category, --unit, --technique, --first-packet or --host"
        case .ordered(let action): "The drill is told: \(action.rawValue)."
        case .verified(let passed, let failed): "\(passed) drills pass, \(failed) fail"
        case .silenceBroken(let rule): "silence broken by \(Escaping.shown(rule))"
        case .unexpectedRule(let rule): "unexpected: \(Escaping.shown(rule))"
        case .notWhole: "not played to its end"
        case .noDrills(let path): "there is no drill.yml under \(Escaping.shown(path))"
        case .yes: "yes"
        case .no: "no"
        case .none: "–"
        }
    }

    private static func english(_ error: DrillError) -> String {
        switch error {
        case .capture(let error): "\(ProblemText.capture(error).english)"
        case .changed(let file, let expected, let found):
            "\(Escaping.shown(file)) is not the capture that the drill was made for: its SHA-256 is \(found), not \(expected)"
        case .noFrames(let file): "\(Escaping.shown(file)) holds no frame"
        case .outside(let injects, let length):
            "injects \(injects.map { "\($0)" }.joined(separator: ", ")) lie behind the end of the traffic, which lasts "
                + SpanText.short(length)
        case .cannotWrite(let path, let reason):
            "\(Escaping.shown(path)) cannot be written\(reason.isEmpty ? "" : ": \(Escaping.shown(reason))")"
        case .noThreads: ProblemText.noThreads.english
        case .store(let error): IncidentText.error(error).english
        }
    }

    private static func english(_ verdict: InjectVerdict) -> String {
        switch verdict {
        case .found: "found"
        case .late: "late"
        case .otherRule: "another rule"
        case .wrongCategory: "wrong category"
        case .missed: "missed"
        case .notPlayed: "not played"
        }
    }

    private static func english(_ reason: MissReason) -> String {
        switch reason {
        case .ruleAbsent(let rule): "the rule \(Escaping.shown(rule)) is not among the rules of this run"
        case .suppressed(let id): "suppressed by \(Escaping.shown(id))"
        case .noTraffic: "no flow between these ends was seen"
        case .encrypted(let name): "the flow was encrypted (\(Escaping.shown(name)))"
        case .packetsLost(let bytes): "\(Number.grouped(bytes)) bytes of the flow never came"
        case .objectTruncated(let count):
            "\(Number.grouped(count)) objects of the flow were not scanned whole"
        case .otherObject: "found, but not in that kind of object"
        case .otherTime: "found outside its time"
        case .notMatched: "the traffic was there, whole and in the clear; no rule matches it"
        }
    }
}
