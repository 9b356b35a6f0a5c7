/// Recorded traffic that is read as one: flows reach from one of its files into the next, and no further.
public struct PreviewInput: Equatable, Sendable {
    /// The files, in the order of their capture.
    public let files: [String]
    /// True for a recording whose last file may still be written, so that its end is no damage.
    public let mayGrow: Bool

    /// One savefile.
    public init(savefile: String) {
        files = [savefile]
        mayGrow = false
    }

    /// The files of a recording.
    public init(recording files: [String]) {
        self.files = files
        mayGrow = true
    }
}
