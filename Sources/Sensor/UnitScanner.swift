import NetTypes
import Scan

/// A scanner with the variables that rules may ask for, set for each unit.
struct UnitScanner: ~Copyable {
    private var scanner: Scanner
    private let rules: RuleSet

    init(_ rules: RuleSet, _ configuration: ScanConfiguration) throws(RuleError) {
        scanner = try Scanner(rules, configuration: configuration)
        self.rules = rules
    }

    /// Scans the bytes of one unit, whose first byte has offset `base`.
    mutating func scan(
        _ bytes: Span<UInt8>, base: UInt64, _ kind: ScannedObject.Kind, _ flow: FlowContext,
        _ direction: Direction
    ) -> ScanOutcome {
        guard rules.usesVariables else { return scanner.scan(bytes, ScanVariables(), base: base) }
        return scanner.scan(bytes, Self.variables(kind, flow, direction), base: base)
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
        variables.proto = flow.transport.description.lowercased()
        variables.sourceAddress = source.address.description
        variables.sourcePort = Int64(source.port)
        variables.destinationAddress = destination.address.description
        variables.destinationPort = Int64(destination.port)
        variables.direction = direction == .toServer ? "to_server" : "to_client"
        variables.vlan = Int64(flow.vlans.outer)
        variables.objectKind = kind.rawValue
        return variables
    }
}
