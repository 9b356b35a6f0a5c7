/// Why a drill may not be sent to an interface.
public enum InterfaceRefusal: Error, Equatable, Sendable {
    /// The scenario does not name it; `allowed` are those that it names.
    case notAllowed(interface: String, allowed: [String])
    /// There is no interface of this name.
    case missing(interface: String)
    /// It is monitored in production, by this name or as the device `monitored`.
    case monitored(interface: String, monitored: String)
    /// What is sent there leaves by, or goes through, a device that the monitored interface uses too.
    case shared(interface: String, monitored: String, device: String)
}
