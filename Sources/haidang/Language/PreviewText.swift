import NetTypes

/// What is said of `rules preview`.
enum PreviewText: Text {
    /// The command, and more of it.
    case command, commandDetail
    /// What its options do.
    case inputs, last, than, limit, now, json
    /// Wrong usage.
    case badNumber, noInput, noRecording, sharedFiles
    /// Hits that are not shown.
    case moreHits(UInt64)
    /// The capture times that were looked at.
    case covered(Timestamp, Timestamp)
    /// Frames of another time.
    case leftOut(UInt64)
    /// What one set finds and the other does not.
    case difference(gained: UInt64, lost: UInt64)
    /// Processor time.
    case processor(milliseconds: Int)

    /// A point in time as people read it, in UTC.
    static func time(_ time: Timestamp) -> String {
        let text = time.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))"
    }

    /// Seconds with two decimals.
    static func seconds(_ milliseconds: Int, _ separator: String) -> String {
        let hundredths = (milliseconds + 5) / 10
        let rest = hundredths % 100
        return "\(hundredths / 100)\(separator)\(rest < 10 ? "0" : "")\(rest)"
    }
}
