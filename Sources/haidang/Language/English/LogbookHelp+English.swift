extension LogbookHelp {
    var english: String {
        switch self {
        case .log:
            "The logbook of an exercise without a script: what the attacking team did, and what was seen of it."
        case .logDetail:
            """
            A logbook is one file of JSON lines. Each line has the SHA-256 of the one before; lines are only added. A \
            mistake is put right by a new entry (--corrects).
            """
        case .add: "Enter an action of the attacking team."
        case .addDetail:
            """
            The file is made when it is not there. Times are RFC 3339, or without an offset as the clocks of this \
            machine show them: "2026-11-28 09:30", "2026-11-28T09:30:15+07:00".

            Exit codes: 0 entered; 2 the action, or the entry to correct, makes no sense; 5 the logbook cannot be \
            read or written, or was changed.
            """
        case .importing: "Enter the actions of a table (CSV): all of them, or none."
        case .importingDetail:
            """
            The first line has headings: time, title, from and to are needed; until, port, technique, result, evidence, \
            team and note may be there. Several addresses in a field are separated by blanks or semicolons. Times are \
            as in `add`. A file that was imported is not imported twice.

            Exit codes: 0 entered; 2 a line is wrong, and is named; 5 a file cannot be read or written.
            """
        case .list: "Show the entries of a logbook."
        case .verify: "Say whether a logbook is as it was written, or which line is not."
        case .verifyDetail:
            """
            Whoever may write to the file can make it anew with a whole chain, or cut its end off: only a hash that was \
            kept elsewhere (--anchor) proves that what is before it is the same.

            Exit codes: 0 intact; 1 changed; 5 it cannot be read.
            """
        case .match: "Hold the actions against the event logs of the sensor: detected or not, blocked or not."
        case .matchDetail:
            """
            An alert belongs to an action when it is between its hosts (either way round, on its port when it has one), \
            from its start until --within after its end. Whether the action came through is told from the flows: \
            "blocked" means that TCP was tried and nothing was answered, "blocked from" that a port which had answered \
            did not any more. What was not seen is never called blocked. Event logs of other sensors can be read too, as \
            far as they are EVE.

            Exit codes: 0 every action was detected; 1 some were not; 3 lines of event logs could not be read; 5 a file \
            cannot be read, or the logbook was changed.
            """
        }
    }
}
