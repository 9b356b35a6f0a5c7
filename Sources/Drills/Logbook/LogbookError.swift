/// Why a logbook, or a file for one, cannot be used. `path` is as the operator gave it.
public enum LogbookError: Error, Equatable, Sendable {
    /// It is not there, or cannot be read; the system's error number.
    case unreadable(path: String, code: Int32)
    /// It is no plain file.
    case notAFile(path: String)
    /// It cannot be written; the system's error number.
    case cannotWrite(path: String, code: Int32)
    /// It has more bytes than are read.
    case tooLarge(path: String, limit: Int)
    /// It was changed in this line: it is evidence as it is, and nothing is added to it.
    case broken(path: String, line: Int)
    /// There is no entry of this number to correct.
    case noSuchEntry(Int)
    /// The entry was corrected before, by another one, which is the one to correct.
    case alreadyCorrected(Int, by: Int)
    /// An action cannot be entered.
    case badAction(ActionProblem)
    /// The file was imported before; its first entry.
    case alreadyImported(number: Int)
    /// A file of actions has something wrong in it: the line and the heading of the column (empty for the whole line).
    case badRow(path: String, line: Int, column: String, RowProblem)
    /// There is no action in the file.
    case noRows(path: String)
}
