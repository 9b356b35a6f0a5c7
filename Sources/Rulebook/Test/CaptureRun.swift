import NetTypes

/// What one reading of a capture gave: the rules that hit, and whether silence means anything.
struct CaptureRun: FindingSink {
    /// Numbers of the rules that hit.
    private var hits: Set<UInt32> = []
    /// Why not all of it was scanned; nil when it was.
    var reason: String?

    /// Takes one finding.
    mutating func receive(_ finding: Finding) {
        if case .detection(let detection) = finding { hits.insert(detection.rule.signatureID) }
    }

    /// The verdict on a rule.
    func verdict(of rule: UInt32, mustHit: Bool) -> RuleTestRow.Verdict {
        switch (hits.contains(rule), mustHit) {
        case (true, true): .ok
        case (true, false): .falseHit
        case (false, _): reason.map { .unreadable(reason: $0) } ?? (mustHit ? .missed : .ok)
        }
    }
}
