import NetTypes

/// Findings of one worker on their way to the mailbox, so that its lock is not taken for each.
struct FindingBatch: FindingSink {
    /// Findings that are gathered before they are sent.
    static let limit = 64

    /// What was gathered. A worker's own statistics are not: they are summed up with those of the others.
    var findings: [Finding] = []

    mutating func receive(_ finding: Finding) {
        if case .statistics = finding { return }
        findings.append(finding)
    }
}
