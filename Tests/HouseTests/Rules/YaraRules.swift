/// Every rule we ship says who, what, when and how bad, and which captures prove it.
enum YaraRules {
    static let required = [
        "id", "description", "severity", "category", "date", "author", "hits", "misses",
    ]

    static func violations(in tree: Tree) -> [String] {
        let files = tree.paths(under: "rules/", ending: ".yar")
        return files.flatMap { path in
            rules(in: tree.text(path)).flatMap { rule in
                missing(rule).map { "\(path): \(rule.name) has no \($0)" }
                    + strangeCaptures(rule, tree).map {
                        "\(path): \(rule.name) names \($0), which is no capture"
                    }
            }
        }
            + repeatedIDs(files.flatMap { rules(in: tree.text($0)) })
    }

    /// A rule's name and its metadata as written, quotation marks removed.
    struct Rule: Equatable {
        let name: String
        var metadata: [String: String]
    }

    /// The rules of a file, by lines: enough for our own, one `key = value` a line.
    static func rules(in text: String) -> [Rule] {
        var rules: [Rule] = []
        var isMetadata = false
        for line in text.split(separator: "\n") {
            let words = line.split { $0 == " " || $0 == "{" || $0 == ":" }.map(String.init)
            let modifiers = words.prefix { ["private", "global"].contains($0) }.count
            if !line.hasPrefix(" "), words.count > modifiers + 1, words[modifiers] == "rule" {
                rules.append(Rule(name: words[modifiers + 1], metadata: [:]))
            }
            if ["meta", "strings", "variables", "condition"].contains(words.first), line.contains(":") {
                isMetadata = words.first == "meta"
            } else if isMetadata, let equals = line.firstIndex(of: "="), let key = words.first, !rules.isEmpty
            {
                let value = line[line.index(after: equals)...].filter { $0 != "\"" }
                rules[rules.count - 1].metadata[key] = String(value.drop { $0 == " " })
            }
        }
        return rules
    }

    private static func missing(_ rule: Rule) -> [String] {
        required.filter { rule.metadata[$0, default: ""].isEmpty }
    }

    private static func strangeCaptures(_ rule: Rule, _ tree: Tree) -> [String] {
        ["hits", "misses"].flatMap { key in
            rule.metadata[key, default: ""].split { $0 == " " || $0 == "," }.map(String.init)
        }
        .filter { name in
            let folder = name.hasPrefix("captures/") ? name : "captures/" + name
            return tree.paths(under: folder + "/", ending: "/traffic.pcap").isEmpty
        }
    }

    private static func repeatedIDs(_ rules: [Rule]) -> [String] {
        let ids = rules.compactMap { $0.metadata["id"] }.sorted()
        return zip(ids, ids.dropFirst()).filter { $0 == $1 }.map { "two rules have the id \($0.0)" }
    }
}
