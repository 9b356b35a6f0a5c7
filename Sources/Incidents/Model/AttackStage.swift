/// How far an attack has got, in the order in which its steps follow each other on one host.
public enum AttackStage: Int, CaseIterable, Comparable, Sendable {
    /// Nothing that is a step of an attack: what is not allowed here, a note.
    case none = 0
    /// Somebody looks around.
    case reconnaissance
    /// Something got in, or tried: an exploit, a mail, a download.
    case delivery
    /// It runs: a web shell, a script, a tool.
    case execution
    /// It talks to its master.
    case commandAndControl
    /// It does what it came for: data leave, pages change, files are locked, others are attacked.
    case impact

    /// Its word in events and tables.
    public var word: String {
        switch self {
        case .none: "none"
        case .reconnaissance: "reconnaissance"
        case .delivery: "delivery"
        case .execution: "execution"
        case .commandAndControl: "command_and_control"
        case .impact: "impact"
        }
    }

    /// Earlier is less.
    public static func < (left: AttackStage, right: AttackStage) -> Bool { left.rawValue < right.rawValue }
}
