import NetTypes

/// Whether the rules that found an action name the technique that was used.
public enum TechniqueAgreement: String, CaseIterable, Sendable {
    /// One of them names it, or its parent, or one of its sub-techniques.
    case agrees
    /// They name others.
    case differs
    /// One side names none.
    case unknown

    /// A judgement of what was done and what rules name.
    init(_ technique: AttackTechnique?, found: [AttackTechnique]) {
        guard let technique, !found.isEmpty else {
            self = .unknown
            return
        }
        let meets = found.contains { $0.belongs(to: technique) || technique.belongs(to: $0) }
        self = meets ? .agrees : .differs
    }
}
