/// What is said of looking into a recording.
enum RecordingText: Text {
    /// The command, and what it takes.
    case command, folder, communityID, from, to, write
    /// What was found, and how much had to be read for it.
    case found(frames: UInt64, read: UInt64, of: UInt64)
    /// Something was wrong with a file.
    case problem(file: String, reason: String)
    /// A text that is no Community ID.
    case noCommunityID(String)
    /// A text that is no point in time.
    case noTime(String)
}
