import Drills
import NetTypes
import Yams

extension DrillFile {
    private static let patternKeys = ["rule", "category", "src", "dst", "dport", "direction", "object"]

    /// Something that is done.
    mutating func inject(_ node: Node) -> Inject {
        let fields = reader.fields(
            node, of: "injects",
            known: [
                "id", "title", "title_vi", "at", "within", "points", "expect", "credit", "answer",
                "acknowledge", "report",
            ], needed: ["id", "expect"])
        var inject = Inject(id: reader.number(fields, "id", 1...1_000_000) ?? 0)
        if inject.id > 0 { register(inject.id, at: node) }
        inject.title = bilingual(fields, "title")
        inject.at = span(fields, "at") ?? .zero
        inject.within = span(fields, "within")
        inject.points = reader.number(fields, "points", 0...Self.mostPoints) ?? inject.points
        let expected = reader.entries(fields, "expect", most: Self.mostEntries)
        if expected.isEmpty, let node = fields["expect"] { reader.complain(.emptyList("expect"), at: node) }
        inject.expected = expected.map { expectation($0) }
        inject.credit = credit(fields["credit"])
        inject.answer = fields["answer"].map { answer($0) }
        inject.acknowledgement = fields["acknowledge"].flatMap { deadline($0, of: "acknowledge") }
        inject.report = fields["report"].flatMap { deadline($0, of: "report") }
        return inject
    }

    /// What must not be found.
    mutating func silence(_ node: Node) -> Silence {
        let fields = reader.fields(
            node, of: "silent", known: Self.patternKeys + ["title", "title_vi", "points"])
        var silence = Silence()
        silence.title = bilingual(fields, "title")
        silence.pattern = pattern(fields)
        silence.points = reader.number(fields, "points", 0...Self.mostPoints) ?? 0
        return silence
    }

    private mutating func expectation(_ node: Node) -> DetectionPattern {
        let fields = reader.fields(node, of: "expect", known: Self.patternKeys)
        let pattern = pattern(fields)
        if (pattern.rule == nil) == (pattern.category == nil) { reader.complain(.ruleOrCategory, at: node) }
        return pattern
    }

    private mutating func pattern(_ fields: [String: Node]) -> DetectionPattern {
        var pattern = DetectionPattern()
        pattern.rule = reader.text(fields, "rule")
        pattern.category = reader.word(fields, "category", RuleCategory.self)
        pattern.client = address(fields, "src")
        pattern.server = address(fields, "dst")
        pattern.serverPort = reader.number(fields, "dport", 0...65_535).map { UInt16($0) }
        pattern.direction = reader.word(fields, "direction", DirectionWord.self)?.direction
        pattern.object = reader.word(fields, "object", ScannedObject.Kind.self)
        return pattern
    }

    private mutating func credit(_ node: Node?) -> PartialCredit {
        var credit = PartialCredit()
        guard let node else { return credit }
        let fields = reader.fields(node, of: "credit", known: ["late", "other_rule", "wrong_category"])
        credit.late = reader.number(fields, "late", 0...100) ?? 0
        credit.otherRule = reader.number(fields, "other_rule", 0...100) ?? 0
        credit.wrongCategory = reader.number(fields, "wrong_category", 0...100) ?? 0
        return credit
    }

    private mutating func answer(_ node: Node) -> ExpectedAnswer {
        let fields = reader.fields(
            node, of: "answer",
            known: ["points", "category", "unit", "techniques", "first_packet", "hosts"],
            needed: ["points"])
        var answer = ExpectedAnswer()
        answer.points = reader.number(fields, "points", 0...Self.mostPoints) ?? 0
        answer.category = reader.word(fields, "category", RuleCategory.self)
        answer.unit = reader.text(fields, "unit")
        for text in reader.texts(fields, "techniques") {
            if let technique = AttackTechnique(text) {
                answer.techniques.append(technique)
            } else {
                reader.complain(.badTechnique(text), at: fields["techniques"] ?? node)
            }
        }
        answer.firstPacket = reader.number(fields, "first_packet", 1...Int.max).map { UInt64($0) }
        answer.hosts = reader.networks(fields, "hosts").map(\.network.address)
        if answer.parts == 0 { reader.complain(.nothingAsked, at: node) }
        return answer
    }

    private mutating func deadline(_ node: Node, of key: String) -> TeamDeadline? {
        let fields = reader.fields(
            node, of: key, known: ["within", "points"], needed: ["within", "points"])
        guard let within = span(fields, "within") else { return nil }
        return TeamDeadline(
            within: within, points: reader.number(fields, "points", 0...Self.mostPoints) ?? 0)
    }

    private mutating func address(_ fields: [String: Node], _ key: String) -> IPAddress? {
        guard let node = fields[key], let text = reader.text(fields, key) else { return nil }
        guard let address = IPAddress(text) else {
            reader.complain(.badAddress(key: key, text), at: node)
            return nil
        }
        return address
    }

    /// Which way bytes went, in the words of the event log.
    private enum DirectionWord: String, CaseIterable {
        case toServer = "to_server"
        case toClient = "to_client"

        var direction: Direction { self == .toServer ? .toServer : .toClient }
    }
}
