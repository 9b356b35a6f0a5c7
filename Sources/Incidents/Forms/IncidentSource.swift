import NetTypes

/// Where incidents are kept, as far as forms need it.
public protocol IncidentSource {
    /// True where what it holds are incidents of a drill, so that no paper about them is taken for a real one.
    var isDrill: Bool { get }
    /// An incident, its detections that are kept one by one in the order of time, and what was done to it; throws
    /// when there is no such incident, or it cannot be read.
    func incident(_ id: IncidentID) throws -> (Incident, [IncidentDetection], [JournalEntry])
    /// The incidents that were detected from a moment on and before another; throws when they cannot be read.
    func incidents(from: Timestamp, to: Timestamp) throws -> [Incident]
}
