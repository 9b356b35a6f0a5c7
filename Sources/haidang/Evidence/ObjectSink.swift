import Incidents
import NetTypes

/// Hands objects that were taken out of traffic to a case, and lets everything else go.
struct ObjectSink: FindingSink {
    /// Who takes them.
    let intake: EvidenceIntake

    mutating func receive(_ finding: Finding) {
        if case .file(let file) = finding, let content = file.content { intake.take(object: content) }
    }
}
