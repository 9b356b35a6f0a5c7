/// What the help pages of the `drill log` commands say.
enum LogbookHelp: Text {
    /// What commands do.
    case log, logDetail, add, addDetail, importing, importingDetail, list, verify, verifyDetail, match,
        matchDetail
    /// What arguments are.
    case file, table
    /// What an action is.
    case at, until, title, from, to, port, technique, result, evidence, evidenceText, team, note
    /// Options: who enters it, and what it replaces.
    case person, corrects
    /// What options of the others do.
    case json, jsonVerify, anchor, events, within
}
