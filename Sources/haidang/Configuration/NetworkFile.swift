import NetTypes
import Yams

/// Reads the directory of networks: which unit an address belongs to.
struct NetworkFile {
    /// Bytes that the file may have.
    static let mostBytes = 8 << 20
    /// Units that it may name.
    static let mostUnits = 10_000
    /// Networks that all of them may have together.
    static let mostNetworks = 100_000

    private static let keys = [
        "id", "name", "kind", "level", "contact", "importance", "payload", "networks", "from", "to",
    ]

    private var reader: DataFile
    private var units: [NetworkUnit] = []
    /// The line of each network of each unit.
    private var lines: [[(network: IPNetwork, line: Int)]] = []
    private var networkCount = 0

    private init(file: String) {
        reader = DataFile(file: file)
    }

    /// The directory in a file.
    static func load(_ path: String) throws(CommandError) -> NetworkDirectory {
        guard let root = try DataFile.root(path, mostBytes: mostBytes) else { return NetworkDirectory() }
        var file = NetworkFile(file: path)
        let fields = file.reader.fields(root, known: ["units"])
        for node in file.reader.entries(fields, "units", most: mostUnits) { file.read(node) }
        let directory = NetworkDirectory(file.units)
        file.complain(about: directory.overlaps)
        try file.reader.finish()
        return directory
    }

    private mutating func read(_ node: Node) {
        let fields = reader.fields(
            node, known: Self.keys, needed: ["id", "name", "kind", "level", "networks"])
        let id = reader.name(fields)
        let name = reader.text(fields, "name") ?? ""
        let kind = reader.word(fields, "kind", NetworkUnit.Kind.self) ?? .other
        let level = reader.number(fields, "level", 1...5) ?? 1
        let importance = reader.number(fields, "importance", 1...5)
        let payload = reader.word(fields, "payload", PayloadPolicy.self) ?? .keep
        let (from, to) = (reader.day(fields, "from"), reader.day(fields, "to"))
        if let from, let to, to < from { reader.complain(.daysReversed, at: node) }
        var networks = reader.networks(fields, "networks")
        if networkCount + networks.count > Self.mostNetworks {
            reader.complain(.tooMany(key: "networks", most: Self.mostNetworks), at: node)
            networks = []
        }
        networkCount += networks.count
        units.append(
            NetworkUnit(
                id: id, name: name, kind: kind, level: level, importance: importance,
                contact: contact(fields["contact"]), payload: payload, networks: networks.map(\.network),
                from: from, to: to))
        lines.append(networks)
    }

    private mutating func contact(_ node: Node?) -> NetworkUnit.Contact {
        guard let node else { return NetworkUnit.Contact() }
        let fields = reader.fields(node, of: "contact", known: ["name", "phone", "email"])
        return NetworkUnit.Contact(
            name: reader.text(fields, "name") ?? "", phone: reader.text(fields, "phone") ?? "",
            email: reader.text(fields, "email") ?? "")
    }

    private mutating func complain(about overlaps: [NetworkDirectory.Overlap]) {
        for overlap in overlaps {
            let first = lines[overlap.first].first { $0.network == overlap.network }
            let second = lines[overlap.second].last { $0.network == overlap.network }
            let problem = DataProblem.sameNetwork(
                overlap.network.cidr, unit: units[overlap.first].id, line: first?.line ?? 0)
            reader.complain(.data(problem), line: second?.line ?? 0)
        }
    }
}
