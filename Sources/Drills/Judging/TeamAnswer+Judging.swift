import NetTypes

extension TeamAnswer {
    /// Each part that is asked, beside what is right.
    func parts(of expected: ExpectedAnswer) -> [AnswerPart] {
        var parts: [AnswerPart] = []
        func add(_ name: AnswerPart.Name, _ right: String, _ given: String, _ isRight: Bool) {
            parts.append(AnswerPart(name: name, expected: right, given: given, isRight: isRight))
        }
        if let right = expected.category {
            let given = category.flatMap { RuleCategory(rawValue: $0) }
            add(.category, right.rawValue, category ?? "", given == right)
        }
        if let right = expected.unit { add(.unit, right, unit ?? "", unit == right) }
        if !expected.techniques.isEmpty {
            let given = (techniques ?? []).compactMap { AttackTechnique($0) }
            let isRight = given.contains { said in expected.techniques.contains { $0.belongs(to: said) } }
            add(
                .techniques, expected.techniques.map(\.identifier).joined(separator: ", "),
                (techniques ?? []).joined(separator: ", "), isRight)
        }
        if let right = expected.firstPacket {
            add(.firstPacket, "\(right)", firstPacket.map { "\($0)" } ?? "", firstPacket == right)
        }
        if !expected.hosts.isEmpty {
            let given = Set((hosts ?? []).compactMap { IPAddress($0) })
            add(
                .hosts, expected.hosts.map(\.description).joined(separator: ", "),
                (hosts ?? []).joined(separator: ", "), given == Set(expected.hosts))
        }
        return parts
    }
}
