/// An external variable of the rule language. The raw value is its name there.
enum ExternalVariable: String, CaseIterable, Sendable {
    case proto
    case appProto = "app_proto"
    case sourceAddress = "src_ip"
    case sourcePort = "src_port"
    case destinationAddress = "dst_ip"
    case destinationPort = "dst_port"
    case direction
    case vlan
    case sourceUnit = "src_unit"
    case destinationUnit = "dst_unit"
    case objectKind = "object_kind"
    case filename
    case filepath
    case fileExtension = "extension"
    case filetype
    case owner
    case md5

    /// What a variable holds.
    enum Value: Equatable, Sendable {
        case text(String)
        case number(Int64)
    }

    /// Its value among those of a scan.
    func value(in variables: ScanVariables) -> Value {
        switch self {
        case .proto: .text(variables.proto)
        case .appProto: .text(variables.appProto)
        case .sourceAddress: .text(variables.sourceAddress)
        case .sourcePort: .number(variables.sourcePort)
        case .destinationAddress: .text(variables.destinationAddress)
        case .destinationPort: .number(variables.destinationPort)
        case .direction: .text(variables.direction)
        case .vlan: .number(variables.vlan)
        case .sourceUnit: .text(variables.sourceUnit)
        case .destinationUnit: .text(variables.destinationUnit)
        case .objectKind: .text(variables.objectKind)
        case .filename: .text(variables.filename)
        case .filepath: .text(variables.filepath)
        case .fileExtension: .text(variables.fileExtension)
        case .filetype: .text(variables.filetype)
        case .owner: .text(variables.owner)
        case .md5: .text(variables.md5)
        }
    }
}
