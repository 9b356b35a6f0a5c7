import Foundation
import NetTypes

/// An action as texts, from a command line or a line of a file; an empty text is one that was not given.
public struct ActionFields: Sendable {
    private let time, until, title: String
    private let from, to: [String]
    private let port, technique, result, team, note: String

    /// Texts.
    public init(
        time: String, until: String = "", title: String, from: [String], to: [String], port: String = "",
        technique: String = "", result: String = "", team: String = "", note: String = ""
    ) {
        (self.time, self.until, self.title) = (time, until, title)
        (self.from, self.to) = (from, to)
        (self.port, self.technique, self.result) = (port, technique, result)
        (self.team, self.note) = (team, note)
    }

    /// What is wrong, and under which heading; nil where it is about the whole.
    struct Refusal: Error {
        var heading: LogbookImport.Heading?
        var problem: ActionProblem
    }

    /// The action that the texts say, with times without an offset as the clocks of `zone` show them.
    public func read(in zone: TimeZone) throws(ActionProblem) -> LogbookAction {
        do throws(Refusal) {
            return try action(in: zone)
        } catch {
            throw error.problem
        }
    }

    func action(in zone: TimeZone) throws(Refusal) -> LogbookAction {
        guard let start = ActionTime.read(time, in: zone) else {
            throw Refusal(heading: .time, problem: .badTime(time))
        }
        var action = LogbookAction(start: start, title: title, sources: from, targets: to)
        if !until.isEmpty {
            guard let end = ActionTime.read(until, in: zone) else {
                throw Refusal(heading: .until, problem: .badTime(until))
            }
            action.end = end
        }
        if !port.isEmpty {
            guard let number = UInt16(port), number > 0 else {
                throw Refusal(heading: .port, problem: .badPort(port))
            }
            action.port = number
        }
        if !technique.isEmpty {
            guard let known = AttackTechnique(technique.uppercased()) else {
                throw Refusal(heading: .technique, problem: .badTechnique(technique))
            }
            action.technique = known
        }
        if !result.isEmpty {
            guard let known = ClaimedResult(rawValue: result.lowercased()) else {
                throw Refusal(heading: .result, problem: .badResult(result))
            }
            action.result = known
        }
        (action.team, action.note) = (team, note)
        if let problem = action.problem {
            throw Refusal(heading: Self.heading(of: problem, in: action), problem: problem)
        }
        return action
    }

    /// The heading that a problem is about, so that people find it.
    private static func heading(
        of problem: ActionProblem, in action: LogbookAction
    ) -> LogbookImport.Heading? {
        switch problem {
        case .noTitle: .title
        case .noSource: .from
        case .noTarget: .to
        case .endsBeforeStart: .until
        case .badAddress(let text): action.sources.contains(text) ? .from : .to
        case .tooMany(let limit): action.sources.count > limit ? .from : .to
        case .textTooLong(let limit):
            action.title.utf8.count > limit ? .title : action.team.utf8.count > limit ? .team : .note
        default: nil
        }
    }
}
