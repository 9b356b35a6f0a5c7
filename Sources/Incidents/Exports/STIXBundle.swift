import NetTypes

/// The objects of a bundle of STIX 2.1, each identifier once, in the order in which they were added.
///
/// Identifiers follow from what the objects are about: those of observables as section 2.9 of the standard says, so that
/// everybody's object for one address is the same, the others from this project's namespace.
struct STIXBundle {
    private var objects: [ExportValue]
    private(set) var identifiers: [String] = []
    private var known: Set<String> = []
    private let exported: ExportCase

    /// The greatest number that the standard lets sightings and observed data count to.
    static let countLimit = 999_999_999
    /// When objects that belong to no incident began, so that they are the same in every export.
    static let epoch = Timestamp(seconds: 1_767_225_600, nanoseconds: 0)

    /// A bundle with nothing in it but its marking.
    init(_ exported: ExportCase) {
        self.exported = exported
        objects = [exported.options.trafficLight.marking]
    }

    /// The bundle, without a newline at its end.
    var document: String {
        let id = NamedUUID(
            "stix", "bundle", exported.incident.id.description, String(exported.changedAt.nanoseconds))
        return ExportValue.object([
            "type": "bundle", "id": .text("bundle--\(id)"), "objects": .list(objects),
        ]).line
    }

    /// Adds an object of a domain or a relationship; what it is named by tells it from others of its type. It began
    /// when the incident was detected, and changed with it, or began at another time and never changed. Its identifier.
    @discardableResult
    mutating func add(
        _ type: String, named name: String, since: Timestamp? = nil,
        _ properties: KeyValuePairs<String, ExportValue?>
    ) -> String {
        let id = "\(type)--\(NamedUUID("stix", type, name))"
        let own = "identity--\(NamedUUID("stix", "identity", exported.options.organisation))"
        let head = ExportValue.object([
            "type": .text(type), "spec_version": "2.1", "id": .text(id),
            "created_by_ref": id == own ? nil : .text(own),
            "created": Self.time(since ?? exported.incident.detectedAt),
            "modified": Self.time(since ?? exported.changedAt),
            "object_marking_refs": [.text(exported.options.trafficLight.markingIdentifier)],
        ])
        append(head.with(properties), id)
        return id
    }

    /// Adds a relationship between two objects that are in it.
    mutating func relate(_ source: String, _ type: String, _ target: String) {
        add(
            "relationship", named: "\(source)/\(type)/\(target)",
            [
                "relationship_type": .text(type), "source_ref": .text(source), "target_ref": .text(target),
            ])
    }

    /// Adds a cyber-observable object. Its identifier follows from the properties that contribute to it, of which there
    /// must be one; the others say more of it. Its identifier.
    mutating func observe(
        _ type: String, of contributing: KeyValuePairs<String, ExportValue?>,
        with others: KeyValuePairs<String, ExportValue?>
    ) -> String {
        let named = ExportValue.object(contributing)
        let id = "\(type)--\(NamedUUID(in: .observables, named.canonical.utf8))"
        let head = ExportValue.object([
            "type": .text(type), "spec_version": "2.1", "id": .text(id),
            "object_marking_refs": [.text(exported.options.trafficLight.markingIdentifier)],
        ])
        append(head.with(contributing).with(others), id)
        return id
    }

    private mutating func append(_ object: ExportValue, _ id: String) {
        guard known.insert(id).inserted else { return }
        identifiers.append(id)
        objects.append(object)
    }

    /// A moment as the standard writes it: RFC 3339, universal time, `Z`.
    static func time(_ time: Timestamp) -> ExportValue {
        .text(String(time.description.prefix(26)) + "Z")
    }
}

extension STIXBundle {
    /// Adds an address.
    mutating func observe(_ address: IPAddress) -> String {
        observe(
            address.isIPv6 ? "ipv6-addr" : "ipv4-addr", of: ["value": .text(address.description)], with: [:])
    }

    /// Adds the traffic of a flow between two addresses that are in it. When the flow began and ended is not known here.
    mutating func observe(_ flow: ExportedFlow, from source: String, to destination: String) -> String {
        var protocols = [flow.client.address.isIPv6 ? "ipv6" : "ipv4"]
        protocols.append(flow.transport.description.lowercased())
        // Names of IANA's registry, as the standard asks; ours are the same for these.
        if let name = flow.application, ["ftp", "http", "imap", "pop3", "smtp", "ssh", "tftp"].contains(name)
        {
            protocols.append(name)
        }
        let hasPorts = flow.transport.hasPorts
        return observe(
            "network-traffic",
            of: [
                "src_ref": .text(source), "dst_ref": .text(destination),
                "src_port": hasPorts ? .count(flow.client.port) : nil,
                "dst_port": hasPorts ? .count(flow.server.port) : nil, "protocols": .texts(protocols),
            ], with: [:])
    }

    /// Adds a file.
    mutating func observe(_ file: (sha256: String?, name: String?), size: UInt64) -> String {
        observe(
            "file",
            of: [
                "hashes": file.sha256.map { .object(["SHA-256": .text($0)]) },
                "name": file.name.map { .text($0) },
            ], with: ["size": .count(size)])
    }
}
