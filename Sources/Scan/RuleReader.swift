/// Reads what rule files include. An include stays in the folder, or among the files in memory, that was given as a
/// place: rules come from strangers, and an error message that quotes a file is a way to read it.
struct RuleReader {
    /// The files in memory of each place that has some, by the name of the place.
    private var files: [String: [String: [UInt8]]] = [:]

    /// A reader for rules from these places.
    init(_ places: [RulePlace]) {
        for case .files(let name, let files) in places { self.files[name] = files }
    }

    /// The bytes of a file that `source`, or a file that it includes, asks for.
    func read(_ path: String, for source: RuleSource) -> Result<[UInt8], RuleFile.Failure> {
        guard let root = source.root else {
            return .failure(RuleFile.Failure(isMissing: false, reason: "rules in memory have no folder"))
        }
        guard let files = files[root] else {
            return Result { () throws(RuleFile.Failure) in try RuleFile.bytes(at: path, below: root) }
        }
        guard path.hasPrefix(root + "/"), let inside = Self.normal(path.dropFirst(root.count + 1)),
            let bytes = files[inside]
        else {
            return .failure(RuleFile.Failure(isMissing: true, reason: "it is not among the files of the set"))
        }
        return .success(bytes)
    }

    /// A path without `.` and `..`; nil when it leaves the folder.
    private static func normal(_ path: Substring) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }
}
