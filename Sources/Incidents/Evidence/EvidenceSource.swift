/// Whoever has the packets of a case: the recording, savefiles.
public protocol EvidenceSource {
    /// Finds the packets of the flows and the objects in them, and gives both to the intake: a pcapng file in pieces, in
    /// the order of the file, and each object once or more often. Nothing is kept in plain anywhere else.
    ///
    /// Throws `interrupted` when somebody asked to stop. What cannot be found is said in the account and is no error.
    mutating func gather(
        _ request: EvidenceRequest, into intake: EvidenceIntake
    ) throws(EvidenceError) -> EvidenceAccount
}
