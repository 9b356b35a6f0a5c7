import Incidents
import NetTypes

extension DrillTerm {
    var english: String {
        switch self {
        case .verdict(let verdict): Self.english(verdict)
        case .mark(let mark): Self.english(mark)
        case .kind(let kind): Self.english(kind)
        case .part(let part): Self.english(part)
        case .right(let isRight): isRight ? "right" : "wrong"
        case .kept(let isKept): isKept.map { $0 ? "kept" : "broken" } ?? "kept so far"
        case .status(let status): Self.english(status)
        case .state(let state): Self.english(state)
        case .reason(let reason): Self.english(reason)
        case .coverage(let state): Self.english(state)
        case .direction(let direction): direction == .toServer ? "to server" : "to client"
        case .remainder(let word): Self.english(remainder: word)
        case .category(let category): ReportWord.category(category, .english)
        case .object(let kind): ReportWord.object(kind, .english)
        }
    }

    private static func english(_ verdict: InjectVerdict) -> String {
        switch verdict {
        case .found: "found"
        case .late: "found late"
        case .otherRule: "by another rule"
        case .wrongCategory: "wrong category"
        case .missed: "missed"
        case .notPlayed: "not played"
        }
    }

    private static func english(_ mark: TimelineMark.Kind) -> String {
        switch mark {
        case .found: "found in time"
        case .late: "found late"
        case .otherRule: "found by another rule"
        case .wrongCategory: "found as another category"
        case .missed: "missed"
        case .notPlayed: "not played"
        case .acknowledged: "acknowledged"
        case .reported: "report sent"
        case .breach: "silence broken"
        case .unexpected: "unexpected detection"
        }
    }

    private static func english(_ kind: PointsByKind.Kind) -> String {
        switch kind {
        case .detection: "Detection"
        case .answer: "Answers"
        case .acknowledgement: "Acknowledgement in time"
        case .report: "Report in time"
        case .silence: "Silence"
        case .penalty: "Penalty for unexpected detections"
        }
    }

    private static func english(_ part: AnswerPart.Name) -> String {
        switch part {
        case .category: "Category"
        case .unit: "Unit"
        case .techniques: "Technique"
        case .firstPacket: "First packet"
        case .hosts: "Hosts affected"
        }
    }

    private static func english(_ status: IncidentStatus) -> String {
        switch status {
        case .new: "new"
        case .acknowledged: "acknowledged"
        case .inProgress: "in progress"
        case .resolved: "resolved"
        case .closed: "closed"
        case .falsePositive: "false positive"
        }
    }

    private static func english(_ state: RunRecord.State) -> String {
        switch state {
        case .running: "being played"
        case .finished: "played to its end"
        case .stopped: "ended before its time"
        }
    }

    private static func english(_ state: TechniqueCoverage.State) -> String {
        switch state {
        case .detected: "detected"
        case .otherwise: "detected, but not as this technique"
        case .missed: "not detected"
        }
    }
}
