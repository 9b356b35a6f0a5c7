/// Something in a logbook that is not as it was written.
public struct LogbookFault: Equatable, Sendable {
    /// The line of the file, from 1; 0 where it is about none.
    public var line: Int
    /// What it is.
    public var kind: Kind

    /// What can be wrong.
    public enum Kind: String, CaseIterable, Sendable {
        /// The line is not one that was written here: something in it was changed.
        case changed
        /// It has not the number that is due: lines are missing, were added or changed places.
        case misplaced
        /// It does not follow on the line before: that one was written anew.
        case unlinked
        /// The entry that it replaces is not there, or was replaced before.
        case wrongCorrection
        /// There is no line with the hash that was kept.
        case unknownAnchor
    }
}
