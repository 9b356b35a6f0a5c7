/// What the arguments and options of the `drill log` commands are.
enum LogbookOption: Text {
    /// Arguments.
    case file, table
    /// What an action is.
    case at, until, title, from, to, port, technique, result, evidence, evidenceText, team, note
    /// Who enters it, and what it replaces.
    case person, corrects
    /// Options of the others.
    case json, jsonVerify, anchor, events, within
}
