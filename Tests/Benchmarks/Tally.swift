import NetTypes

/// Counts findings and lets go of them, so that nothing but the engine is measured.
struct Tally: FindingSink {
    private(set) var findings: UInt64 = 0
    private(set) var detections: UInt64 = 0

    mutating func receive(_ finding: Finding) {
        findings += 1
        if case .detection = finding { detections += 1 }
    }
}
