/// A capture is a folder that says what is in it, what must be found, and how it was made.
enum CaptureRules {
    static let required = ["traffic.pcap", "drill.yml", "README.md"]

    static func violations(in tree: Tree) -> [String] {
        let folders = Set(tree.paths(under: "captures/").compactMap(scenario))
        return folders.sorted().flatMap { folder in
            required.filter { tree.texts[folder + "/" + $0] == nil }.map { "\(folder) has no \($0)" }
        }
    }

    /// The folder a file lies in; nil for what lies in `captures` or in a family, which is about all of them.
    private static func scenario(_ path: String) -> String? {
        let parts = path.split(separator: "/")
        return parts.count > 3 ? parts.dropLast().joined(separator: "/") : nil
    }
}
