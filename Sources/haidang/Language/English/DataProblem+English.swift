import Incidents

extension DataProblem {
    var english: String {
        switch self {
        case .unreadable(let reason): "cannot read the file: \(reason)"
        case .syntax(let reason): "the file is not valid YAML: \(Escaping.shown(reason))"
        case .tooLarge(let most): "the file has more than \(Number.bytes(UInt64(most))), or is not UTF-8"
        case .tooMany(let key, let most): "more than \(Number.grouped(most)) entries under \(key)"
        case .noMapping(""): "here belong lines \"key: value\""
        case .noMapping(let key): "\(key) holds lines \"key: value\""
        case .noList(let key): "\(key) holds a list of entries, each of which begins with \"-\""
        case .missingKey(let key): "the key \(key) is missing"
        case .badID(let id):
            "\(Escaping.shown(id)) is no name: a name has 1 to 64 lower-case letters, digits and hyphens"
        case .duplicateID(let id, let line): "the name \(Escaping.shown(id)) is taken on line \(line)"
        case .badNetwork(let text):
            "\(Escaping.shown(text)) is no network, as 192.0.2.0/24 or 2001:db8::/32 are"
        case .hostBits(let text, let network):
            "\(Escaping.shown(text)) has bits set behind its prefix; the network is \(network)"
        case .badDay(let key, let text): "\(key) takes a day as 2026-12-31, not \(Escaping.shown(text))"
        case .daysReversed: "the day under from is after the day under to"
        case .sameNetwork(let network, let unit, let line):
            "\(network) belongs to \(Escaping.shown(unit)) at the same time (line \(line))"
        case .noCondition: "a suppression needs at least one of rule, network, src, dst and unit"
        case .badSink(let error): error.english
        case .badKey(let id):
            "\(Escaping.shown(id)) is no name: one has 1 to 64 lower-case letters, digits, hyphens and underscores"
        case .reservedKey(let key):
            "the key \(Escaping.shown(key)) means something else already; choose another"
        case .badSpan(let text):
            "within takes at-once, hours (24 hours) or days (5 days), not \(Escaping.shown(text))"
        case .unknownReference(let key, let text, let nearest):
            "\(key): there is no \(Escaping.shown(text))" + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .badTemplateName(let name):
            "\(Escaping.shown(name)) is no template: a file .mustache beside the profile or in common"
        case .noTruth(let key, let text):
            "\(Escaping.shown(key)) takes yes or no, not \(Escaping.shown(text))"
        case .emptyList(let key): "\(key) needs at least one entry"
        case .nothingToJudge: "a drill needs at least one entry under injects or under silent"
        case .badDigest(let text): "\(Escaping.shown(text)) is no SHA-256 of 64 hexadecimal digits"
        case .badReplacement(let from, let to):
            "\(Escaping.shown(to)) cannot stand for \(Escaping.shown(from)): both need the same version and length, and each "
                + "network one replacement"
        case .badPace(let text):
            "pace takes a number from 0 (as fast as possible) to 1000, not \(Escaping.shown(text))"
        case .badDuration(let text):
            "\(Escaping.shown(text)) is no span of time, as 250ms, 12s, 15m, 24h and 3d are"
        case .ruleOrCategory: "an expectation has either a rule or a category"
        case .badTechnique(let text): "\(Escaping.shown(text)) is no technique, as T1505 and T1505.003 are"
        case .nothingAsked: "an answer asks for category, unit, techniques, first_packet or hosts"
        case .badAddress(let key, let text): "\(key): \(Escaping.shown(text)) is no address"
        case .template(let reason): Self.english(reason)
        }
    }

    private static func english(_ reason: FormTemplateError.Reason) -> String {
        switch reason {
        case .unknownField(let name, let nearest):
            "the template names the field \(Escaping.shown(name)), which does not exist"
                + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .unknownPart(let name, let nearest):
            "the template names the part \(Escaping.shown(name)), which does not exist"
                + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .circularPart(let name): "the part \(Escaping.shown(name)) leads back to itself"
        case .forbiddenTag(let name):
            "the tag \(Escaping.shown(name)) is not allowed: every value has to be escaped"
        case .unprintedField(let name): "the field \(Escaping.shown(name)) of the form is printed nowhere"
        case .syntax(let name): "the template is no Mustache: \(Escaping.shown(name))"
        }
    }
}
