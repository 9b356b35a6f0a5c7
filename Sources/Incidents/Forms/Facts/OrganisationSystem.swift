import NetTypes

/// An information system that an organisation runs or owns, as forms ask about it. What is not known is empty.
public struct OrganisationSystem: Equatable, Sendable {
    /// What answers call it: lower-case letters, digits and hyphens.
    public var id: String
    /// Its name.
    public var name: String
    /// Its level, 1 to 5 (NĐ 85/2016/NĐ-CP, Luật 116/2025/QH15); nil when it has none.
    public var level: Int?
    /// Its names in the domain name system.
    public var domains: [String] = []
    /// Its addresses, single ones or networks.
    public var networks: [IPNetwork] = []
    /// Operating system and version.
    public var os = ""
    /// What it offers, in the words of the form's boxes or others.
    public var services: [String] = []
    /// What protects it, likewise.
    public var measures: [String] = []
    /// What it is for.
    public var purpose = ""
    /// Who guards it, where somebody else does.
    public var securityProvider = ""
    /// Who connects it to the Internet.
    public var connectionProvider = ""
    /// Who runs it, where that is not who runs the others.
    public var `operator` = Organisation.Party()
    /// Who owns it, likewise.
    public var owner = Organisation.Party()

    /// A system of which no more is known than what it is called.
    public init(id: String, name: String, level: Int? = nil) {
        self.id = id
        self.name = name
        self.level = level
    }
}
