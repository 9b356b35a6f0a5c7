/// Something in a logbook that is worth saying and is no fault.
public enum LogbookNotice: Equatable, Sendable {
    /// A line was begun and never finished, by a crash. It was never confirmed, and does not count.
    case unfinished(line: Int, bytes: Int)
    /// Of a file of actions not all were written, by a crash: the entries from this number on do not count.
    case incompleteImport(number: Int, rows: Int, of: Int)
}
