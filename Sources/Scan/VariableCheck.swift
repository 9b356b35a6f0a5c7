import NetTypes

/// Looks at what conditions ask of external variables: says more of an error where one is in it, and warns of a comparison
/// whose outcome no traffic can change. Such a rule compiles and is silent for ever, which nobody notices.
struct VariableCheck {
    /// The units of the directory of networks; nil without one.
    let units: Set<String>?

    /// Values that a message lists; more are not read.
    private static let mostListed = 6

    /// Warnings about the condition of a rule that compiles.
    func advice(on piece: RulePiece) -> [RuleProblem] {
        comparisons(of: piece).compactMap { comparison in
            advice(on: comparison).map { piece.problem($0, line: comparison.line, isError: false) }
        }
    }

    private func comparisons(of piece: RulePiece) -> [VariableComparison] {
        VariableComparison.list(in: piece.condition, line: piece.item.conditionLine)
    }

    private func advice(on comparison: VariableComparison) -> String? {
        switch comparison.literal {
        case .number(let number):
            let range = VariableDomain.numbers(comparison.variable)
            guard ["==", "!="].contains(comparison.sign), isNumber(comparison.variable),
                !range.contains(number)
            else { return nil }
            return message(
                comparison, "\(comparison.variable.rawValue) is \(range.lowerBound) to \(range.upperBound)")
        case .text(let text):
            guard !isNumber(comparison.variable) else { return nil }
            return advice(on: comparison, text)
        }
    }

    private func advice(on comparison: VariableComparison, _ text: String) -> String? {
        let domain = VariableDomain(comparison.variable, units: units)
        let name = comparison.variable.rawValue
        if ["==", "!="].contains(comparison.sign) {
            let (isPossible, meant) = domain.test(text)
            if isPossible { return nil }
            return message(comparison, reason(domain, name), meant: meant)
        }
        guard !comparison.isReversed, let values = domain.values,
            VariableComparison.textSigns.contains(comparison.sign),
            !values.contains(where: { Self.holds(comparison.sign, $0, text) })
        else { return nil }
        return message(comparison, reason(domain, name), meant: domain.test(text).meant)
    }

    private func reason(_ domain: VariableDomain, _ name: String) -> String {
        if let values = domain.values, values.count <= Self.mostListed {
            let shown = values.map { $0.isEmpty ? "empty" : $0 }.joined(separator: ", ")
            return "\(name) is \(values.count == 1 ? "always" : "one of") \(shown)"
        }
        return "\(name) never has that value"
    }

    private func message(_ comparison: VariableComparison, _ reason: String, meant: String? = nil) -> String {
        let sides =
            comparison.isReversed
            ? "\(comparison.literalText) \(comparison.sign) \(comparison.variable.rawValue)"
            : "\(comparison.variable.rawValue) \(comparison.sign) \(comparison.literalText)"
        let outcome = comparison.sign == "!=" ? "always" : "never"
        return "\(sides) is \(outcome) true: \(reason)" + (meant.map { "; did you mean \"\($0)\"?" } ?? "")
    }

    /// Whether a value fits an operator that compares texts.
    private static func holds(_ sign: String, _ value: String, _ text: String) -> Bool {
        let (lowValue, lowText) = (value.lowercased(), text.lowercased())
        return switch sign {
        case "contains": text.isEmpty || value.contains(text)
        case "icontains": text.isEmpty || lowValue.contains(lowText)
        case "startswith": value.hasPrefix(text)
        case "istartswith": lowValue.hasPrefix(lowText)
        case "endswith": value.hasSuffix(text)
        case "iendswith": lowValue.hasSuffix(lowText)
        case "iequals": lowValue == lowText
        default: true
        }
    }

    private func isNumber(_ variable: ExternalVariable) -> Bool {
        if case .number = variable.value(in: ScanVariables()) { true } else { false }
    }
}

extension VariableCheck {
    /// The problem with more words, where it is an error that a variable explains.
    func explained(_ problem: RuleProblem, in pieces: [RulePiece]) -> RuleProblem {
        guard problem.isError else { return problem }
        var problem = problem
        let undefined = "undefined identifier \""
        if problem.message.hasPrefix(undefined) {
            let name = String(problem.message.dropFirst(undefined.count).prefix { $0 != "\"" })
            let known = ExternalVariable.allCases.map(\.rawValue)
            if let nearest = EditDistance.nearest(to: name, among: known, least: 1) {
                problem.message += "; did you mean \(nearest)?"
            }
        } else if problem.message.hasPrefix("type mismatch") || problem.message.hasPrefix("wrong type") {
            let piece = pieces.first { $0.file == problem.file && $0.item.ruleName == problem.rule }
            let wrong = piece.map(comparisons)?.compactMap { mismatch($0) }.first
            if let wrong { problem.message += ": " + wrong }
        }
        return problem
    }

    /// What is wrong with the kinds of a comparison; nil when nothing is.
    private func mismatch(_ comparison: VariableComparison) -> String? {
        let name = comparison.variable.rawValue
        let isText: Bool = if case .text = comparison.literal { true } else { false }
        switch (isNumber(comparison.variable), isText) {
        case (true, true): return "\(name) is a number, and \(comparison.literalText) is a text"
        case (false, false): return "\(name) is a text, and \(comparison.literalText) is a number"
        case (true, false):
            guard VariableComparison.textSigns.contains(comparison.sign) else { return nil }
            return "\(name) is a number, and \(comparison.sign) compares texts"
        case (false, true): return nil
        }
    }
}
