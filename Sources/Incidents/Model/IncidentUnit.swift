import NetTypes

/// What the directory of networks said of a unit when an incident met it: a copy, since units change and incidents stay.
public struct IncidentUnit: Equatable, Sendable, Codable {
    /// Its identifier in the directory.
    public var id: String
    /// Its name for people.
    public var name: String
    /// Its kind, in the words of the directory.
    public var kind: String
    /// The level of its information system, 1 to 5.
    public var level: Int
    /// How much an incident there weighs, 1 to 5.
    public var importance: Int
    /// Whom to tell; what is not known is empty.
    public var contactName: String
    /// His telephone number.
    public var contactPhone: String
    /// His address of mail.
    public var contactEmail: String
    /// What may be kept of its payload: `keep`, `hash` or `none`.
    public var payload: String

    /// A copy of what the directory says.
    public init(_ unit: NetworkUnit) {
        id = unit.id
        name = unit.name
        kind = unit.kind.rawValue
        level = unit.level
        importance = unit.importance
        contactName = unit.contact.name
        contactPhone = unit.contact.phone
        contactEmail = unit.contact.email
        payload = unit.payload.rawValue
    }

    /// True when nothing of its payload may leave: such a network is treated as one for secrets.
    public var isSecret: Bool { payload == PayloadPolicy.none.rawValue }
}
