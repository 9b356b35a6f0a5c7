import NetTypes

extension DrillAdvice {
    /// What follows from a score: for each inject in turn, then for what nothing expects, by rule. The same score gives
    /// the same advice.
    public static func following(_ score: DrillScore) -> [DrillAdvice] {
        score.injects.flatMap { inject in
            inject.expectations.flatMap { following($0, of: inject.inject.id) }
        } + strangers(score.unexpected)
    }

    /// What follows from one expectation: nothing where it was met, or was not played.
    static func following(_ expectation: ExpectationScore, of inject: Int) -> [DrillAdvice] {
        var steps: [Step] = []
        switch expectation.verdict {
        case .found, .notPlayed: return []
        case .otherRule: steps += expectation.detection.map { [.acceptRule($0.rule)] } ?? []
        case .wrongCategory: steps += expectation.detection.map { [.correctCategory(rule: $0.rule)] } ?? []
        case .late, .missed: break
        }
        if let reason = expectation.reason { steps.append(step(for: reason)) }
        return steps.map { DrillAdvice(inject: inject, about: expectation.pattern.name, step: $0) }
    }

    /// What follows from a reason.
    static func step(for reason: MissReason) -> Step {
        switch reason {
        case .ruleAbsent(let rule): .addRule(rule)
        case .suppressed(let entry): .reviewSuppression(entry)
        case .noTraffic: .findTraffic
        case .encrypted(let name): .seeEncrypted(protocol: name)
        case .packetsLost(let bytes): .stopLoss(bytes: bytes)
        case .objectTruncated(let count): .raiseLimits(objects: count)
        case .otherObject: .widenObject
        case .otherTime: .reviewTime
        case .notMatched: .writeRule
        }
    }

    private static func strangers(_ detections: [LoggedDetection]) -> [DrillAdvice] {
        var counts: [String: Int] = [:]
        for detection in detections { counts[detection.rule, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { rule, count in
            var advice = DrillAdvice(inject: nil, about: rule, step: .tune(rule: rule))
            advice.count = count
            return advice
        }
    }
}

extension DetectionPattern {
    /// What it asks for, in a word: its rule, else its category; empty where it takes any.
    var name: String { rule ?? category?.rawValue ?? "" }
}
