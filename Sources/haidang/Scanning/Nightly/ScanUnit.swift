import Incidents
import NetTypes

/// Savefiles that are read as one capture, and committed as one: the smallest piece of a scan's work.
struct ScanUnit: Sendable {
    /// One of its files.
    struct File: Sendable {
        /// The path as it was found.
        var path: String
        /// By what the ledger knows it; nil for what cannot be known again, as a pipe, and without a ledger.
        var entry: LedgerFile?
        /// Its bytes on the disk; 0 where that is not known.
        var size: UInt64
        /// True for a regular file, which can be read more than once.
        var isRegular = true
        /// Capture time of its first frame; nil where nobody had to look, or there is none.
        var start: Timestamp?
        /// What its name says of its place among others.
        var numbers: [UInt64] = []
    }

    /// What is done with it.
    enum Work: Hashable, Sendable {
        /// All rules run over it.
        case scan
        /// Only those rules run over it that a set, by its digest in the ledger, had not.
        case hunt(ruleSet: [UInt8])
    }

    /// The files, in the order of their first frames.
    var files: [File]
    /// The file before the first, which was scanned in an earlier unit: it is read again, so that flows which go over the
    /// border are whole, and nothing that was found in it is told again.
    var leadIn: File?
    /// What is done.
    var work: Work
    /// The place of a number in their names that goes up by one from file to file; nil where there is none.
    var counter: Int?

    /// The most files of a unit, and the most bytes before its last file: what a crash may cost, and how finely work is
    /// shared out.
    static let mostFiles = 32
    static let mostBytes: UInt64 = 8 << 30

    /// Bytes of its files on the disk.
    var size: UInt64 { files.reduce(0) { $0 + $1.size } }
}
