/// What is compared between nights.
public enum NightMeasure: String, CaseIterable, Sendable {
    /// Files that were scanned.
    case files
    /// Captured bytes of them.
    case bytes
    /// Detections.
    case detections
    /// Incidents that began.
    case incidents

    /// How much it was in a night.
    public func value(in night: NightSummary) -> UInt64 {
        switch self {
        case .files: night.files
        case .bytes: night.bytes
        case .detections: night.detections
        case .incidents: night.incidents
        }
    }
}
