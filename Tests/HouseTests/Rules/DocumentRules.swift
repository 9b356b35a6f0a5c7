/// The shape of the documents and of the top level.
enum DocumentRules {
    /// What may stand at the top beside dot-files.
    static let topLevel: Set = [
        "Package.swift", "Makefile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Sources",
        "Tests", "rules", "captures", "docs", "packaging",
    ]

    static func violations(in tree: Tree) -> [String] {
        tree.paths(under: "", ending: ".md").flatMap { titles($0, tree.text($0)) + deadLinks($0, tree) }
            + strangers(tree)
    }

    private static func strangers(_ tree: Tree) -> [String] {
        Set(tree.texts.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
            .filter { !$0.hasPrefix(".") && !topLevel.contains($0) }.sorted()
            .map { "\($0) does not belong at the top level" }
    }

    /// The lines of a page outside its code blocks.
    private static func prose(_ page: String) -> [Substring] {
        var isCode = false
        return page.split(separator: "\n").filter { line in
            let isFence = line.hasPrefix("```")
            if isFence { isCode.toggle() }
            return !isFence && !isCode
        }
    }

    /// A page has one title, and it comes first.
    private static func titles(_ path: String, _ page: String) -> [String] {
        let lines = prose(page)
        let titles = lines.count { $0.hasPrefix("# ") }
        if titles == 1, lines.first?.hasPrefix("# ") == true { return [] }
        return [titles == 1 ? "\(path) does not begin with its title" : "\(path) has \(titles) titles"]
    }

    /// A link to a file of ours leads to one.
    private static func deadLinks(_ path: String, _ tree: Tree) -> [String] {
        let folder = path.split(separator: "/").dropLast().map(String.init)
        return prose(tree.text(path)).flatMap { links(in: $0) }.filter { link in
            let target = resolve(link, from: folder)
            return tree.texts[target] == nil && tree.paths(under: target + "/").isEmpty
        }
        .map { "\(path) links to \($0), which does not exist" }
    }

    /// The relative targets of a line's links, without the part after `#`.
    private static func links(in line: Substring) -> [String] {
        line.split(separator: "](").dropFirst().compactMap { rest in
            let target = rest.prefix { $0 != ")" && $0 != "#" }
            return target.isEmpty || target.contains(":") ? nil : String(target)
        }
    }

    private static func resolve(_ link: String, from folder: [String]) -> String {
        var parts = folder
        for part in link.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts.joined(separator: "/")
    }
}
