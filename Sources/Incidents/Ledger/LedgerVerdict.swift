/// How the scan of a file went.
public enum LedgerVerdict: Hashable, Sendable {
    /// All of it was read and scanned.
    case done
    /// Not all of it was; the text says what is missing, for people.
    case partial(Cause, reason: String)
    /// Nothing of it counts; the text says why, for people.
    case failed(reason: String)

    /// Why not all of a file was scanned.
    public enum Cause: String, CaseIterable, Sendable {
        /// It ends within a frame, or is damaged: another scan of the same bytes ends there too.
        case damaged
        /// A limit of the engine was met, in bytes or time: with the same options it would be met again.
        case limited
        /// The scan was told to stop: another goes further.
        case interrupted
    }

    /// The most bytes that are kept of a reason.
    public static let longestReason = 1024

    /// True when another scan of the same bytes on the same basis would show nothing new, so that it is left out.
    public var isSettled: Bool {
        switch self {
        case .done, .partial(.damaged, _), .partial(.limited, _): true
        case .partial(.interrupted, _), .failed: false
        }
    }

    /// The word in the file and in machine output: `done`, `partial` or `failed`.
    public var word: String {
        switch self {
        case .done: "done"
        case .partial: "partial"
        case .failed: "failed"
        }
    }

    /// Why a part is missing; nil where none is, or all.
    public var cause: Cause? {
        if case .partial(let cause, _) = self { cause } else { nil }
    }

    /// What is said about it; empty when it is done.
    public var reason: String {
        switch self {
        case .done: ""
        case .partial(_, let reason), .failed(let reason): reason
        }
    }

    /// A verdict from its words in the file; nil where they are none.
    init?(word: String, cause: String?, reason: String) {
        switch (word, cause.map(Cause.init)) {
        case ("done", nil): self = .done
        case ("partial", .some(.some(let cause))): self = .partial(cause, reason: reason)
        case ("failed", nil): self = .failed(reason: reason)
        default: return nil
        }
    }
}
