import Incidents

extension Settings {
    /// The event log that the settings ask for; nil when none is to be written.
    func openEventLog(_ origin: EventOrigin) throws(CommandError) -> EventLog? {
        guard !eventLog.isEmpty else { return nil }
        if eventLog == "-" { throw .usage("\(ProblemText.eventLogOnOutput)") }
        do throws(EventLogError) {
            return try EventLog(path: eventLog, encoder: EventEncoder(host: host, origin: origin))
        } catch {
            throw .cannotWrite(path: eventLog, reason: SystemReason.text(error.code))
        }
    }
}
