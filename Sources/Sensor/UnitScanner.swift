import AppLayer
import NetTypes
import Scan

/// A scanner with the variables that rules may ask for, set for each unit.
struct UnitScanner: ~Copyable {
    private var scanner: Scanner
    private let rules: RuleSet
    /// Bytes that may still be kept of what is scanned.
    private var room: Int
    /// What was kept of it.
    private var units: [ScannedUnit] = []

    init(_ rules: RuleSet, _ configuration: ScanConfiguration, keeping room: Int = 0) throws(RuleError) {
        self.room = room
        scanner = try Scanner(rules, configuration: configuration)
        self.rules = rules
    }

    /// Scans the bytes of one unit, whose first byte has offset `base`.
    mutating func scan(
        _ bytes: Span<UInt8>, base: UInt64, _ kind: ScannedObject.Kind, _ flow: FlowContext,
        _ direction: Direction
    ) -> ScanOutcome {
        let variables = rules.usesVariables ? Self.variables(kind, flow, direction) : ScanVariables()
        keep(bytes, kind, variables)
        return scanner.scan(bytes, variables, base: base)
    }

    /// Takes what was kept of the units scanned since the last time.
    mutating func takeUnits() -> [ScannedUnit] {
        defer { units = [] }
        return units
    }

    private mutating func keep(
        _ bytes: Span<UInt8>, _ kind: ScannedObject.Kind, _ variables: ScanVariables
    ) {
        guard bytes.count <= room else { return }
        room -= bytes.count
        if bytes.count > 0 {
            units.append(ScannedUnit(kind: kind, bytes: [UInt8](copying: bytes), variables: variables))
        }
    }

    /// Scans an object with what is known of it.
    mutating func scan(_ object: ExtractedObject) -> ScanOutcome {
        let record = object.record
        guard rules.usesVariables else {
            keep(object.bytes.span, record.object.kind, ScanVariables())
            return scanner.scan(object.bytes.span, ScanVariables())
        }
        var variables = Self.variables(record.object.kind, record.flow, record.direction)
        variables.filepath = record.object.name
        variables.filename = Self.lastComponent(record.object.name)
        variables.fileExtension = Self.fileExtension(variables.filename)
        variables.filetype = record.fileType
        variables.md5 = record.md5?.hexadecimal ?? ""
        keep(object.bytes.span, record.object.kind, variables)
        return scanner.scan(object.bytes.span, variables)
    }

    /// What follows the last slash or backslash of a name.
    private static func lastComponent(_ name: String) -> String {
        name.utf8.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
            .map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }

    /// The part of a name from its last dot, as public rule sets compare it.
    private static func fileExtension(_ name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[$0...]) } ?? ""
    }

    /// For each rule of the set the bytes that libyara has looked at with the shard that it is in.
    mutating func costs() -> [(rule: String, bytes: UInt64)] {
        zip(rules.shardMembers, scanner.bytesOfShards).flatMap { members, bytes in
            members.map { place in
                let rule = rules.rules[place].identity
                return ("\(rule.namespace)/\(rule.name)", bytes)
            }
        }
    }

    /// What a detection says of a rule.
    func identity(_ rule: Int) -> RuleIdentity {
        rules.rules[rule].identity
    }

    private static func variables(
        _ kind: ScannedObject.Kind, _ flow: FlowContext, _ direction: Direction
    ) -> ScanVariables {
        let (source, destination) = (flow.sender(direction), flow.sender(direction.reversed))
        var variables = ScanVariables()
        variables.appProto = flow.application?.rawValue ?? ""
        variables.proto = flow.transport.description.lowercased()
        variables.sourceAddress = source.address.description
        variables.sourcePort = Int64(source.port)
        variables.destinationAddress = destination.address.description
        variables.destinationPort = Int64(destination.port)
        variables.sourceUnit = flow.senderUnit(direction)?.id ?? ""
        variables.destinationUnit = flow.senderUnit(direction.reversed)?.id ?? ""
        variables.direction = direction == .toServer ? "to_server" : "to_client"
        variables.vlan = Int64(flow.vlans.outer)
        variables.objectKind = kind.rawValue
        return variables
    }
}
