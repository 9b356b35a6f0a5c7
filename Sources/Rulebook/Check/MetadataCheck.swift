import NetTypes

/// Holds metadata against what is written down: that of our own rules against docs/RULES.md, that of others only
/// where we read something from it.
struct MetadataCheck {
    /// The day that expiry is held against.
    let today: RuleDate

    /// The keys that our own rules have, in the order of docs/RULES.md.
    static let required = [
        "id", "description", "description_vi", "severity", "category", "attack", "author", "date",
        "reference", "scope", "hits", "misses",
    ]

    /// What is wrong. `isHouse` holds the rule to our own convention.
    func faults(of identity: RuleIdentity, isHouse: Bool) -> [MetadataFault] {
        var faults: [MetadataFault] = []
        if isHouse {
            let reader = MetadataReader(identity.metadata)
            for key in Self.required where reader.first(key) == nil { faults.append(.missing(key: key)) }
        }
        for line in identity.metadata {
            let text = MetadataReader.text(line.value)
            if text.isEmpty { continue }
            let isGood = Self.isGood(line, text, isHouse: isHouse)
            if !isGood { faults.append(.malformed(key: line.key, value: text)) }
        }
        if let last = RuleProfile(identity).expires, last < today { faults.append(.expired(last)) }
        return faults
    }

    /// The form of a value. Public rules are asked only for what severity, technique, sharing and expiry need.
    private static func isGood(_ line: RuleIdentity.Metadata, _ text: String, isHouse: Bool) -> Bool {
        switch line.key {
        case "score": RuleSeverity.score(line.value) != nil
        case "severity": RuleSeverity(of: [line]).key != nil && (!isHouse || isNumber(line.value))
        case "attack" where isHouse: AttackTechnique(text) != nil
        case "attack", "mitre_attack", "mitre_att": hasTechnique(text)
        case "expires", "valid_until": RuleDate(text) != nil
        case "sharing", "tlp": isSharing(text)
        case _ where isHouse: isGoodInHouse(line.key, text)
        default: true
        }
    }

    private static func isGoodInHouse(_ key: String, _ text: String) -> Bool {
        switch key {
        case "id": isIdentifier(text)
        case "description", "description_vi", "author": !text.contains { $0.isNewline }
        case "category": RuleCategory(rawValue: text) != nil
        case "date": RuleDate(text).map { "\($0)" } == text
        case "reference": text.hasPrefix("https://") || text.hasPrefix("http://")
        case "scope": RuleSubject.Kind(rawValue: text) != nil
        case "victim": ["client", "server", "sender", "receiver"].contains(text)
        case "hits": CaptureName.areGood(text)
        case "misses": CaptureName.areGood(text) && CaptureName.list(text).contains("benign")
        default: true
        }
    }

    private static func isIdentifier(_ text: String) -> Bool {
        text.hasPrefix("HD-") && text.utf8.count == 7
            && text.utf8.dropFirst(3).allSatisfy { (48...57).contains($0) }
    }

    private static func isNumber(_ value: RuleIdentity.Value) -> Bool {
        if case .number = value { true } else { false }
    }

    /// Words around the techniques are common (`T1059, Execution`), their absence is not.
    private static func hasTechnique(_ text: String) -> Bool {
        text.split { $0 == "," || $0 == " " || $0 == ";" }.contains { word in
            AttackTechnique(String(word)) != nil || isTactic(String(word))
        }
    }

    /// CCCS also has tactics, groups and software under this key.
    private static func isTactic(_ word: String) -> Bool {
        ["TA", "S", "G", "M", "C"].contains { prefix in
            let digits = word.dropFirst(prefix.count)
            return word.hasPrefix(prefix) && digits.count == 4 && digits.allSatisfy(\.isNumber)
        }
    }

    private static func isSharing(_ text: String) -> Bool {
        let plain = text.uppercased()
        let colour = plain.hasPrefix("TLP:") ? plain.dropFirst(4) : plain[...]
        return ["CLEAR", "WHITE", "GREEN", "AMBER", "AMBER+STRICT", "RED"].contains(colour)
    }
}
