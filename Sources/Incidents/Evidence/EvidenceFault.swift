/// Something in a case folder that is not as it was when it was exported.
public struct EvidenceFault: Hashable, Sendable {
    /// The file, below the folder. It may bear a name that somebody chose, and hold any characters.
    public var path: String
    /// The line of the custody log, from 1; nil for other files.
    public var line: Int?
    /// What is wrong.
    public var kind: Kind

    /// A fault from its parts.
    public init(path: String, line: Int?, kind: Kind) {
        self.path = path
        self.line = line
        self.kind = kind
    }

    /// What can be wrong.
    public enum Kind: String, CaseIterable, Sendable {
        /// The manifest names the file, and it is not there.
        case missing
        /// The file is there, and the manifest does not name it.
        case added
        /// Its bytes are others.
        case changed
        /// It cannot be read.
        case unreadable
        /// A link, a pipe or a folder where a file was.
        case notAFile = "not_a_file"
        /// The manifest is not the one that the first line of the custody log names.
        case otherManifest = "other_manifest"
        /// The manifest names a file outside the folder.
        case badName = "bad_name"
        /// The line is not as it was written.
        case changedLine = "changed_line"
        /// The line does not stand where it was written: lines were dropped, added or exchanged before it.
        case misplacedLine = "misplaced_line"
        /// The line does not follow on the one before, which was written anew.
        case unlinkedLine = "unlinked_line"
        /// The log ends inside this line.
        case unfinishedLine = "unfinished_line"
        /// The log has no such line.
        case missingLine = "missing_line"
        /// The log does not end with the line that it ended with: lines are missing at its end, or this file was
        /// changed.
        case otherEnd = "other_end"
        /// No line of the log has the hash that was kept elsewhere.
        case unknownAnchor = "unknown_anchor"
    }
}
