/// What the commands about incidents, and their options, do.
enum IncidentHelp: Text {
    /// The commands.
    case command, list, show, acknowledge, start, resolve, close, falsePositive, reopen, assign, note, merge,
        sent
    /// Arguments.
    case id, ids, into, assignee, words, clock
    /// Options: who does it, and what he says to it.
    case person, noteOption
    /// Filters.
    case status, severity, unit, assigned, category, rule, from, to, all, limit
    /// What `show` shows.
    case detections, json
}
