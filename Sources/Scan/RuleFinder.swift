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
    /// The folder that the includes of the current place stay in.
    private var root = ""
    /// Rule files met below the current path, also those that could not be read.
    private var met = 0

    /// Suffixes of rule files inside folders. A file that is given itself may have any.
    static let suffixes = [".yar", ".yara", ".rule"]

    /// Reads all rule files at the places: in the order of the places, folders sorted by bytes.
    mutating func find(_ places: [RulePlace]) throws(RuleError) {
        var empty: [String] = []
        for place in places {
            met = 0
            let path = place.name
            if case .files(_, let files) = place {
                try take(files, of: path)
                if met == 0 { empty.append(path) }
                continue
            }
            root = path
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
        guard empty.isEmpty, !places.isEmpty else { throw .noRules(paths: empty) }
    }

    /// Takes all rule files among some that are in memory, sorted by bytes.
    private mutating func take(_ files: [String: [UInt8]], of name: String) throws(RuleError) {
        root = name
        for path in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        where Self.suffixes.contains(where: path.hasSuffix) {
            met += 1
            try add(name + "/" + path, namespace: Self.stem(path), files[path] ?? [])
        }
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
            if depth == 0 { root = Self.folder(of: path) }
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
        let read = attempt(path) { () throws(RuleFile.Failure) in try RuleFile.bytes(at: path) }
        guard let bytes = read else { return }
        try add(path, namespace: namespace, bytes)
    }

    private mutating func add(_ path: String, namespace: String, _ bytes: [UInt8]) throws(RuleError) {
        guard sources.count < RuleLimits.files else {
            throw .unreadable(path: path, reason: "there are more than \(RuleLimits.files) rule files")
        }
        totalBytes += bytes.count
        guard totalBytes <= RuleLimits.totalBytes else {
            let limit = RuleLimits.totalBytes >> 20
            throw .unreadable(path: path, reason: "the rule files together are larger than \(limit) MiB")
        }
        var source = RuleSource(file: path, namespace: namespaces.claim(namespace), bytes: bytes)
        source.root = root
        sources.append(source)
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

    /// The folder that a file lies in.
    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
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
