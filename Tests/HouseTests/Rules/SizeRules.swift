/// Small enough to see: files, functions, and what is usual for a file.
enum SizeRules {
    static let linesInFile = 400
    static let linesInFunction = 60
    static let medianLines = 170

    static func violations(in tree: Tree) -> [String] {
        tree.swift.flatMap { longFile($0) + longFunctions($0) }
            + ["Sources", "Tests"].flatMap { longMedian(tree, under: $0) }
    }

    private static func longFile(_ file: SwiftFile) -> [String] {
        file.lineCount > linesInFile ? ["\(file.path) has \(file.lineCount) lines"] : []
    }

    private static func longFunctions(_ file: SwiftFile) -> [String] {
        file.functions.filter { $0.length > linesInFunction }.map {
            "\(file.path):\($0.line): \($0.name) has \($0.length) lines"
        }
    }

    private static func longMedian(_ tree: Tree, under folder: String) -> [String] {
        let counts = tree.swift.filter { $0.path.hasPrefix(folder + "/") }.map(\.lineCount).sorted()
        guard !counts.isEmpty, counts[counts.count / 2] > medianLines else { return [] }
        return ["half of the files in \(folder) have \(counts[counts.count / 2]) lines or more"]
    }
}
