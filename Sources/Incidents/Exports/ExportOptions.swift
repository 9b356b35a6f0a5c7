import NetTypes

/// What the one who exports decides.
public struct ExportOptions: Sendable {
    /// How far it may be passed on.
    public var trafficLight = TrafficLight.amberStrict
    /// Who exports: the team's name, as receivers are to see it. Its identifiers in MISP and STIX follow from it.
    public var organisation = "Hải Đăng"
    /// The sensor's name, `host` in events.
    public var host = "haidang"
    /// The program's version; empty where that is not to be said.
    public var productVersion = ""
    /// Whether the bytes that matched are given as well. Even then only those that the payload policy of both ends keeps.
    public var includesPayload = false
    /// The sources of rules by namespace and name, for those that may be given; none by default, since many rule sets
    /// may not be passed on.
    public var ruleTexts: [String: String] = [:]
    /// The directory of networks as it is now: what it marks secret stays, whatever an incident's own copy says. Empty
    /// where none is kept.
    public var networks = NetworkDirectory()

    /// The defaults.
    public init() {}
}
