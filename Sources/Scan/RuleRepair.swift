/// Leaves out of one file what does not compile, piece by piece, until the rest does.
///
/// libyara reads on after an error, but what it says then can be an echo of the first; so each round believes
/// the first error, and of the others only those that name the rule they stand in, or a second rule of one
/// name. The next round, without the rules that failed, finds those that depended on them.
struct RuleRepair {
    /// The pieces that compile together.
    private(set) var pieces: [RulePiece]
    /// What was left out and why, and the advice for what stayed.
    private(set) var problems: [RuleProblem] = []

    /// Compiles the pieces, as often as is needed.
    init(_ pieces: [RulePiece], externals: [ExternalVariable]) throws(RuleError) {
        self.pieces = pieces
        try run(externals)
    }

    private mutating func run(_ externals: [ExternalVariable]) throws(RuleError) {
        for _ in 0..<RuleLimits.repairRounds {
            let text = RuleText(pieces)
            var compiler = try YaraCompiler(externals: externals)
            let messages = try compiler.add(text.bytes, namespace: "repair")
            guard messages.contains(where: \.isError) else {
                return advise(messages, text)
            }
            remove(believed(messages, text), text)
        }
        giveUp()
    }

    /// The message that each piece falls for.
    private func believed(_ messages: [CompilerMessage], _ text: RuleText) -> [Int: CompilerMessage] {
        var blamed: [Int: CompilerMessage] = [:]
        var names: Set<String> = []
        var isFirst = true
        for message in messages where message.isError {
            guard let index = text.piece(of: message) else { continue }
            let name = pieces[index].item.ruleName ?? ""
            let isHere = text.piece(at: message.line) == index
            let isEcho =
                message.text.hasPrefix("duplicated identifier") ? names.contains(name) : message.rule != name
            if isFirst || (isHere && !isEcho), blamed[index] == nil {
                blamed[index] = message
                names.insert(name)
            }
            // Without an import, anything may be an echo.
            if isFirst, name.isEmpty { break }
            isFirst = false
        }
        return blamed
    }

    private mutating func remove(_ blamed: [Int: CompilerMessage], _ text: RuleText) {
        for (index, message) in blamed.sorted(by: { $0.key < $1.key }) {
            problems.append(text.problem(message, piece: index))
        }
        pieces = pieces.indices.filter { blamed[$0] == nil }.map { pieces[$0] }
    }

    private mutating func advise(_ messages: [CompilerMessage], _ text: RuleText) {
        for message in messages {
            guard let index = text.piece(of: message) else { continue }
            problems.append(text.problem(message, piece: index))
        }
    }

    private mutating func giveUp() {
        guard let first = pieces.first else { return }
        let message =
            "more than \(RuleLimits.repairRounds) rounds of errors: the rest of the file is left out"
        problems.append(first.problem(message))
        pieces = []
    }
}
