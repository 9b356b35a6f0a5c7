/// Puts included files in the place of their `include` lines, so that the compiler sees one text and
/// libyara's own way to included files stays shut.
struct IncludeExpander {
    /// The items of the file and all that it includes, without the `include` lines and without what has a
    /// flaw.
    private(set) var pieces: [RulePiece] = []
    /// Includes that failed, and items with a flaw.
    private(set) var problems: [RuleProblem] = []
    /// The file itself and each that was included, in the order of their reading.
    private(set) var texts: [RuleFileText] = []

    private let read: (String) -> Result<[UInt8], RuleFile.Failure>
    private var totalBytes = 0
    /// The files being read, outermost first.
    private var stack: [String] = []

    /// An expander that reads included files by `read`.
    init(read: @escaping (String) -> Result<[UInt8], RuleFile.Failure>) {
        self.read = read
    }

    /// Takes a source and what it includes.
    mutating func expand(file: String, bytes: [UInt8]) {
        texts.append(RuleFileText(path: file, bytes: bytes))
        totalBytes += bytes.count
        stack.append(file)
        for item in RuleSplitter.items(of: bytes) {
            let piece = RulePiece(file: file, bytes: Array(bytes[item.range]), item: item)
            if let flaw = item.flaw {
                problems.append(piece.problem(flaw))
            } else if case .include(let path) = item.kind {
                include(path, from: piece)
            } else {
                pieces.append(piece)
            }
        }
        stack.removeLast()
    }

    private mutating func include(_ path: String, from piece: RulePiece) {
        let target = Self.resolve(path, from: piece.file)
        if let reason = refusal(of: target) {
            return problems.append(piece.problem("cannot include \"\(path)\": \(reason)"))
        }
        switch read(target) {
        case .success(let bytes):
            guard totalBytes + bytes.count <= RuleLimits.expandedBytes else {
                let limit = RuleLimits.expandedBytes >> 20
                let reason = "together with its includes the file is larger than \(limit) MiB"
                return problems.append(piece.problem("cannot include \"\(path)\": \(reason)"))
            }
            expand(file: target, bytes: bytes)
        case .failure(let failure):
            problems.append(piece.problem("cannot include \"\(path)\": \(failure.reason)"))
        }
    }

    private func refusal(of target: String) -> String? {
        if stack.contains(target) { return "it includes itself" }
        if stack.count > RuleLimits.includeDepth {
            return "files include each other more than \(RuleLimits.includeDepth) deep"
        }
        if texts.count > RuleLimits.includes { return "there are more than \(RuleLimits.includes) includes" }
        return nil
    }

    /// A path as seen from the folder of the file that names it.
    private static func resolve(_ path: String, from file: String) -> String {
        guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
        var rest = path[...]
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        return String(file[...slash]) + rest
    }
}
