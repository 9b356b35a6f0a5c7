/// Where rules are: on disk, or in memory because somebody has unpacked them.
public enum RulePlace: Equatable, Sendable {
    /// A file, or a folder with all that is below it.
    case path(String)
    /// Files in memory, by their paths below a folder that is not there. `name` stands before the paths in problems.
    case files(name: String, [String: [UInt8]])

    /// What problems call it.
    public var name: String {
        switch self {
        case .path(let path): path
        case .files(let name, _): name
        }
    }
}
