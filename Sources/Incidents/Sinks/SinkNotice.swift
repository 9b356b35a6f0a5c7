/// Something about a sink that people should hear of, each once until it is different.
public enum SinkNotice: Equatable, Sendable {
    /// The receiver cannot be reached, or does not take anything: why. Events wait.
    case lost(sink: String, reason: String)
    /// It takes events again.
    case back(sink: String)
    /// It refused an event for good: what it said. Further refusals are only counted.
    case refused(sink: String, event: String, reason: String)
}
