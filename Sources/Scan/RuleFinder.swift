/// Finds the rule files under the paths that were given, in a fixed order, and gives each a namespace of its
/// own.
struct RuleFinder {
    /// The files found, read.
    private(set) var sources: [RuleSource] = []
    /// What below the given paths could not be read, and files that were given twice.
    private(set) var problems: [RuleProblem] = []
    private var visited: Set<RuleFile.Identity> = []
    private var namespaces = UniqueNames()
    private var totalBytes = 0
    /// Rule files met below the current path, also those that could not be read.
    private var met = 0

    /// Suffixes of rule files inside folders. A file that is given itself may have any.
    private static let suffixes = [".yar", ".yara", ".rule"]

    /// Reads all rule files under the paths: in the order of the paths, folders sorted by bytes.
    mutating func find(_ paths: [String]) throws(RuleError) {
        var empty: [String] = []
        for path in paths {
            met = 0
            let told = problems.count
            if case .failure(let failure) = Result(catching: { () throws(RuleFile.Failure) in
                try RuleFile.entry(at: path)
            }) {
                throw failure.isMissing
                    ? .missing(path: path) : .unreadable(path: path, reason: failure.reason)
            }
            try visit(path, namespace: Self.stem(Self.lastComponent(path)), below: "", depth: 0)
            // What is merely noted below a folder is an error for a path that was given itself.
            if let problem = problems.dropFirst(told).first, problem.file == path, problem.isError {
                throw .unreadable(path: path, reason: problem.message)
            }
            if met == 0 { empty.append(path) }
        }
        guard empty.isEmpty, !paths.isEmpty else { throw .noRules(paths: empty) }
    }

    /// Takes a file, or all rule files of a folder. What cannot be read becomes a problem.
    private mutating func visit(
        _ path: String, namespace: String, below: String, depth: Int
    ) throws(RuleError) {
        guard let entry = attempt(path, { () throws(RuleFile.Failure) in try RuleFile.entry(at: path) })
        else {
            return
        }
        switch entry.kind {
        case .file:
            met += 1
            guard visited.insert(entry.identity).inserted else {
                return note(path, "the file was met before and is loaded once", isError: false)
            }
            try take(path, namespace: namespace)
        case .folder:
            guard depth <= RuleLimits.folderDepth else {
                return note(path, "folders are nested deeper than \(RuleLimits.folderDepth)")
            }
            // A folder that was given is walked again for its count; inside, a loop of links ends here.
            guard visited.insert(entry.identity).inserted || depth == 0 else { return }
            try walk(path, below: below, depth: depth)
        case .other:
            note(path, "is not a regular file")
        }
    }

    private mutating func walk(_ folder: String, below: String, depth: Int) throws(RuleError) {
        let listed = attempt(folder) { () throws(RuleFile.Failure) in try RuleFile.names(in: folder) }
        for name in listed ?? [] {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            let isRule = Self.suffixes.contains { name.hasSuffix($0) }
            let isFolder = (try? RuleFile.entry(at: path))?.kind == .folder
            if isFolder {
                try visit(path, namespace: "", below: below + name + "/", depth: depth + 1)
            } else if isRule {
                try visit(path, namespace: below + Self.stem(name), below: below, depth: depth + 1)
            }
        }
    }

    private mutating func take(_ path: String, namespace: String) throws(RuleError) {
        guard sources.count < RuleLimits.files else {
            throw .unreadable(path: path, reason: "there are more than \(RuleLimits.files) rule files")
        }
        let read = attempt(path) { () throws(RuleFile.Failure) in try RuleFile.bytes(at: path) }
        guard let bytes = read else { return }
        totalBytes += bytes.count
        guard totalBytes <= RuleLimits.totalBytes else {
            let limit = RuleLimits.totalBytes >> 20
            throw .unreadable(path: path, reason: "the rule files together are larger than \(limit) MiB")
        }
        sources.append(RuleSource(file: path, namespace: namespaces.claim(namespace), bytes: bytes))
    }

    private mutating func attempt<Value>(
        _ path: String, _ body: () throws(RuleFile.Failure) -> Value
    ) -> Value? {
        do throws(RuleFile.Failure) {
            return try body()
        } catch {
            note(path, error.reason)
            return nil
        }
    }

    private mutating func note(_ file: String, _ message: String, isError: Bool = true) {
        problems.append(RuleProblem(file: file, line: 0, rule: nil, message: message, isError: isError))
    }

    private static func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// A name without its extension.
    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
