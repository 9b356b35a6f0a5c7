import Drills
import Incidents
import NetTypes

/// Says how a drill went.
enum DrillReporting {
    /// Writes the score: a table and what there is to say, or `drill` events.
    static func write(
        _ score: DrillScore, _ drill: Drill, _ record: RunRecord, _ settings: Settings, _ terminal: Terminal,
        json: Bool
    ) {
        if json {
            let time = Timestamp(nanoseconds: record.start).advanced(by: record.played)
            let events = DrillEvents(score, title: drill.title, time: time, host: EventEncoder(settings).host)
            for line in events.lines { terminal.results.line(line) }
        } else {
            let board = DrillBoard(score)
            terminal.results.line(terminal.palette.paint("\(DrillText.banner)", .caution))
            let table = board.table()
            if !table.isEmpty { terminal.write(table) }
            for (text, tone) in board.summary() {
                terminal.results.line(terminal.palette.paint(text, tone))
            }
        }
        if !record.incomplete.isEmpty { terminal.messages.warning(DrillText.incomplete(record.incomplete)) }
    }

    /// 0 where the engine found all of it and nothing else, 1 where it did not, 3 where nobody can say.
    static func exitCode(_ score: DrillScore, _ record: RunRecord) -> ExitCode {
        if record.state != .finished || !record.incomplete.isEmpty { return .incomplete }
        return score.isClean ? .nothingFound : .found
    }
}
