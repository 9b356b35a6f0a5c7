import NetTypes

/// A technique of ATT&CK in a drill: where it was to be seen, and whether it was.
///
/// The truth names the techniques that are right for an answer, any of them; a detection names those of its rule. Of an
/// expected rule that found nothing the techniques are not known, since a run keeps only the categories of its rules.
struct TechniqueCoverage: Equatable {
    /// The technique.
    let technique: AttackTechnique
    /// The injects of which the truth takes it for an answer.
    var asked: [Int] = []
    /// The injects in which a rule that bears it detected what was expected.
    var seen: [Int] = []
    /// The injects of which the team named it.
    var named: [Int] = []
    /// Those of `asked` that were detected, by rules that do not bear it.
    var otherwise: [Int] = []

    /// How it was detected.
    enum State: String, CaseIterable {
        /// By a rule that bears it.
        case detected
        /// What it was about was detected, by rules that do not bear it.
        case otherwise
        /// Not at all.
        case missed
    }

    /// How it was detected.
    var state: State { !seen.isEmpty ? .detected : !otherwise.isEmpty ? .otherwise : .missed }

    /// A row for each technique, in their order.
    static func rows(_ score: DrillScore) -> [TechniqueCoverage] {
        var rows: [String: TechniqueCoverage] = [:]
        func change(_ technique: AttackTechnique, _ change: (inout TechniqueCoverage) -> Void) {
            change(&rows[technique.identifier, default: TechniqueCoverage(technique: technique)])
        }
        for inject in score.injects {
            let id = inject.inject.id
            let met = inject.expectations.filter { $0.verdict == .found || $0.verdict == .late }
            let borne = met.compactMap(\.detection).flatMap(\.techniques)
            var own: Set<String> = []
            for technique in borne where own.insert(technique.identifier).inserted {
                change(technique) { $0.seen.append(id) }
            }
            for technique in inject.inject.answer?.techniques ?? []
            where own.insert("?" + technique.identifier).inserted {
                let isBorne = borne.contains { $0.belongs(to: technique) || technique.belongs(to: $0) }
                change(technique) { row in
                    row.asked.append(id)
                    if isBorne, row.seen.last != id { row.seen.append(id) }
                    if !isBorne, !met.isEmpty { row.otherwise.append(id) }
                }
            }
            let said = inject.team.answer.filter { $0.name == .techniques && !inject.team.answeredBy.isEmpty }
                .flatMap { $0.given.split(separator: ", ") }
            for technique in said.compactMap({ AttackTechnique(String($0)) })
            where own.insert("!" + technique.identifier).inserted {
                change(technique) { $0.named.append(id) }
            }
        }
        return rows.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The rules that were expected and found nothing, whose techniques are not known; each once, in order.
    static func unknown(_ score: DrillScore) -> [String] {
        let all = score.injects.flatMap(\.expectations)
        let known = Set(all.compactMap(\.detection?.rule))
        let missed = all.filter { $0.verdict != .found && $0.verdict != .late }.compactMap(\.pattern.rule)
        return Set(missed).subtracting(known).sorted()
    }
}
