/// Why an incident is not exported.
public enum ExportError: Error, Equatable, Sendable {
    /// It is about a network that is marked secret, of which nothing leaves: the identifier of the unit.
    case secret(unit: String)
    /// All its detections are from such networks, or cannot be read well enough to tell that they are not.
    case nothingMayLeave
}
