import Incidents
import NetTypes
import Yams

/// Reads what is written down of the organisation that reports, and of its systems.
struct OrganisationFile {
    /// Bytes that the file may have.
    static let mostBytes = 1 << 20
    /// Systems and contact persons that it may name, and networks of a system.
    static let mostEntries = 1000

    private var reader: DataFile

    /// The organisation in a file; one of which nothing is known where the path is empty.
    static func load(_ path: String) throws(CommandError) -> Organisation {
        guard !path.isEmpty, let root = try DataFile.root(path, mostBytes: mostBytes) else {
            return Organisation()
        }
        var file = OrganisationFile(reader: DataFile(file: path))
        let organisation = file.organisation(root)
        try file.reader.finish()
        return organisation
    }

    private mutating func organisation(_ root: Node) -> Organisation {
        let fields = reader.fields(
            root,
            known: [
                "name", "address", "phone", "email", "parent", "place", "signatory", "contacts", "operator",
                "owner", "systems",
            ])
        var organisation = Organisation()
        organisation.name = text(fields, "name")
        organisation.address = text(fields, "address")
        organisation.phone = text(fields, "phone")
        organisation.email = text(fields, "email")
        organisation.parent = text(fields, "parent")
        organisation.place = text(fields, "place")
        organisation.signatory = text(fields, "signatory")
        organisation.contacts = reader.entries(fields, "contacts", most: Self.mostEntries).map { contact($0) }
        organisation.operator = party(fields, "operator")
        organisation.owner = party(fields, "owner")
        organisation.systems = reader.entries(fields, "systems", most: Self.mostEntries).map { system($0) }
        return organisation
    }

    private mutating func text(_ fields: [String: Node], _ key: String) -> String {
        reader.text(fields, key) ?? ""
    }

    private mutating func contact(_ node: Node) -> Organisation.Contact {
        let fields = reader.fields(node, of: "contacts", known: ["name", "post", "phone", "email"])
        var contact = Organisation.Contact()
        contact.name = text(fields, "name")
        contact.post = text(fields, "post")
        contact.phone = text(fields, "phone")
        contact.email = text(fields, "email")
        return contact
    }

    private mutating func party(_ fields: [String: Node], _ key: String) -> Organisation.Party {
        guard let node = fields[key] else { return Organisation.Party() }
        let fields = reader.fields(node, of: key, known: ["name", "address"])
        var party = Organisation.Party()
        party.name = text(fields, "name")
        party.address = text(fields, "address")
        return party
    }

    private mutating func system(_ node: Node) -> OrganisationSystem {
        let fields = reader.fields(
            node, of: "systems",
            known: [
                "id", "name", "level", "domains", "addresses", "os", "services", "measures", "purpose",
                "security-provider", "connection-provider", "operator", "owner",
            ], needed: ["id", "name"])
        var system = OrganisationSystem(
            id: reader.name(fields), name: text(fields, "name"), level: reader.number(fields, "level", 1...5))
        system.domains = reader.texts(fields, "domains")
        system.networks = reader.networks(fields, "addresses").map(\.network)
        if let node = fields["addresses"], system.networks.count > Self.mostEntries {
            reader.complain(.tooMany(key: "addresses", most: Self.mostEntries), at: node)
        }
        system.os = text(fields, "os")
        system.services = reader.texts(fields, "services")
        system.measures = reader.texts(fields, "measures")
        system.purpose = text(fields, "purpose")
        system.securityProvider = text(fields, "security-provider")
        system.connectionProvider = text(fields, "connection-provider")
        system.operator = party(fields, "operator")
        system.owner = party(fields, "owner")
        return system
    }
}
