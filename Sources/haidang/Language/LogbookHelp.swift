/// What the `drill log` commands do.
enum LogbookHelp: Text {
    /// The commands, and what there is to say beyond a line.
    case log, logDetail, add, addDetail, importing, importingDetail, list, verify, verifyDetail, match,
        matchDetail
}
