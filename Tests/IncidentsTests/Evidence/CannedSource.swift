import Incidents
import NetTypes

/// Gives what a test says, and looks around while it does.
struct CannedSource: EvidenceSource {
    var packets: [[UInt8]] = [Array("packets ".utf8), Array("of the case".utf8)]
    var objects: [[UInt8]] = []
    var account = EvidenceAccount()
    var error: EvidenceError?
    var asked: EvidenceRequest?
    /// Called when everything has been given.
    var lookAround: () -> Void = {}

    mutating func gather(
        _ request: EvidenceRequest, into intake: EvidenceIntake
    ) throws(EvidenceError) -> EvidenceAccount {
        asked = request
        for piece in packets { intake.take(packets: piece) }
        for object in objects { intake.take(object: object) }
        lookAround()
        if let error { throw error }
        return account
    }
}
