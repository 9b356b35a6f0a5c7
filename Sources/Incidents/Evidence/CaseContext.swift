import NetTypes

/// What an export is told besides the incident.
public struct CaseContext: Equatable, Sendable {
    /// Who exports: a name of the system.
    public var person: String
    /// The machine.
    public var host: String
    /// When, by the clock.
    public var time: Timestamp
    /// Programs and libraries that the case came about with, by name, and their versions, in order.
    public var versions: [Version]
    /// How objects are protected.
    public var objects: ObjectProtection
    /// The rules that fired.
    public var rules: [RuleText] = []
    /// What the sensor lost; nil when nobody knows.
    public var losses: LossStatistics?
    /// The limits.
    public var limits = CaseLimits()

    /// A context from its parts.
    public init(
        person: String, host: String, time: Timestamp, versions: [Version], objects: ObjectProtection
    ) {
        self.person = person
        self.host = host
        self.time = time
        self.versions = versions
        self.objects = objects
    }

    /// A program or library.
    public struct Version: Equatable, Sendable {
        /// Its name.
        public var name: String
        /// Its version, in its own words.
        public var version: String

        /// A version from its parts.
        public init(_ name: String, _ version: String) {
            self.name = name
            self.version = version
        }
    }
}
