/// Whether a savefile was read to its proper end.
public enum SavefileVerdict: Equatable, Codable, Sendable {
    /// It ended where a file may end: after a whole record, or with no record at all.
    case complete
    /// Something is missing: it was cut short or is damaged, and nothing after that point was read. `reason`
    /// says what is wrong and after which frame.
    case partial(reason: String)
}
