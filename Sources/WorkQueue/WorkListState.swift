/// What a taker knows of a work list.
public enum WorkListState: Sendable {
    /// No leader has made it yet, as far as is known.
    case awaited
    /// It is there.
    case open
    /// The leader has ended it.
    case over
}
