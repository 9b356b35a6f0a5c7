import NetTypes

/// Who plays what in a drill, for people.
public struct DrillRole: Equatable, Sendable {
    /// Its name: lower-case letters, digits and hyphens.
    public var name: String
    /// What people call it.
    public var title: BilingualText
    /// Its hosts.
    public var hosts: [IPNetwork]

    /// A role from its parts.
    public init(name: String, title: BilingualText = BilingualText(), hosts: [IPNetwork] = []) {
        self.name = name
        self.title = title
        self.hosts = hosts
    }
}
