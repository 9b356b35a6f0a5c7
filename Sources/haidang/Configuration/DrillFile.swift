import Drills
import Foundation
import NetTypes
import Yams

/// Reads a `drill.yml`: the captures of a drill, the truth about them, and what they are worth.
struct DrillFile {
    /// Bytes that the file may have.
    static let mostBytes = 4 << 20
    /// Entries of each list in it.
    static let mostEntries = 1_000
    /// The most points of one thing.
    static let mostPoints = 1_000
    /// The name of the file in its folder.
    static let name = "drill.yml"

    private static let keys = [
        "title", "title_vi", "story", "story_vi", "networks", "roles", "captures", "pace", "injects",
        "silent",
        "penalty", "interfaces",
    ]

    var reader: DataFile
    private var drill = Drill()
    /// The lines of what has a number.
    private var lines: [Int: Int] = [:]

    /// The drill in a file, or in the `drill.yml` of a folder.
    static func load(_ path: String) throws(CommandError) -> Drill {
        let isFolder = RuleFolder.isFolder(path)
        let path = isFolder ? (path as NSString).appendingPathComponent(name) : path
        var file = DrillFile(reader: DataFile(file: path))
        file.drill.folder = FilePath.parent(path)
        guard let root = try DataFile.root(path, mostBytes: mostBytes) else {
            throw .configuration([
                ConfigurationProblem(file: path, line: 0, kind: .data(.missingKey("title")))
            ])
        }
        file.read(root)
        try file.reader.finish()
        return file.drill
    }

    private init(reader: DataFile) { self.reader = reader }

    private mutating func read(_ root: Node) {
        let fields = reader.fields(
            root, known: Self.keys, needed: ["title", "title_vi", "story", "captures"])
        drill.title = bilingual(fields, "title")
        drill.story = bilingual(fields, "story")
        drill.networks = reader.text(fields, "networks")
        drill.roles = reader.entries(fields, "roles", most: Self.mostEntries).map { role($0) }
        let captures = reader.entries(fields, "captures", most: Self.mostEntries)
        if captures.isEmpty, let node = fields["captures"] {
            reader.complain(.emptyList("captures"), at: node)
        }
        drill.captures = captures.map { capture($0) }
        drill.pace = pace(fields)
        drill.injects = reader.entries(fields, "injects", most: Self.mostEntries).map { inject($0) }
        drill.injects.sort { ($0.at, $0.id) < ($1.at, $1.id) }
        drill.silences = reader.entries(fields, "silent", most: Self.mostEntries).map { silence($0) }
        if drill.injects.isEmpty, drill.silences.isEmpty { reader.complain(.nothingToJudge, at: root) }
        drill.penalty = reader.number(fields, "penalty", 0...Self.mostPoints) ?? 0
        drill.interfaces = reader.texts(fields, "interfaces")
    }

    private mutating func role(_ node: Node) -> DrillRole {
        let fields = reader.fields(
            node, of: "roles", known: ["name", "title", "title_vi", "hosts"], needed: ["name"])
        return DrillRole(
            name: reader.text(fields, "name") ?? "", title: bilingual(fields, "title"),
            hosts: reader.networks(fields, "hosts").map(\.network))
    }

    private mutating func capture(_ node: Node) -> DrillCapture {
        let fields = reader.fields(
            node, of: "captures", known: ["file", "sha256", "offset", "map"], needed: ["file"])
        var capture = DrillCapture(file: reader.text(fields, "file") ?? "")
        if let sum = reader.text(fields, "sha256"), let node = fields["sha256"] {
            let isSum = sum.utf8.count == 64 && sum.allSatisfy(\.isHexDigit)
            if !isSum { reader.complain(.badDigest(sum), at: node) }
            capture.sha256 = sum.lowercased()
        }
        capture.offset = span(fields, "offset") ?? .zero
        if let node = fields["map"] { capture.map = map(node) }
        return capture
    }

    private mutating func map(_ node: Node) -> AddressMap {
        var map = AddressMap()
        guard let mapping = node.mapping else {
            reader.complain(.noMapping("map"), at: node)
            return map
        }
        if mapping.count > Self.mostEntries {
            reader.complain(.tooMany(key: "map", most: Self.mostEntries), at: node)
        }
        for (key, value) in mapping.prefix(Self.mostEntries) {
            let (from, to) = (key.scalar?.string ?? "", value.scalar?.string ?? "")
            guard let old = IPNetwork(from), let new = IPNetwork(to) else {
                reader.complain(.badNetwork(IPNetwork(from) == nil ? from : to), at: key)
                continue
            }
            if !map.add(old, new) { reader.complain(.badReplacement(from, to), at: key) }
        }
        return map
    }

    private mutating func pace(_ fields: [String: Node]) -> Double {
        guard let node = fields["pace"], let text = node.scalar?.string else { return 0 }
        guard let pace = Double(text), pace >= 0, pace <= PlayClock.fastest else {
            reader.complain(.badPace(text), at: node)
            return 0
        }
        return pace
    }

    /// Complains where a number of an inject is taken, and keeps its line.
    mutating func register(_ id: Int, at node: Node) {
        if let line = lines[id] {
            reader.complain(.duplicateID("\(id)", line: line), at: node)
        } else {
            lines[id] = DataFile.line(node)
        }
    }

    /// A text with its Vietnamese under the key with `_vi` behind it.
    mutating func bilingual(_ fields: [String: Node], _ key: String) -> BilingualText {
        BilingualText(
            english: reader.text(fields, key) ?? "", vietnamese: reader.text(fields, key + "_vi") ?? "")
    }

    /// A span of time; nil where there is none.
    mutating func span(_ fields: [String: Node], _ key: String) -> Duration? {
        guard let node = fields[key], let text = reader.text(fields, key) else { return nil }
        guard let span = Duration(span: text) else {
            reader.complain(.badDuration(text), at: node)
            return nil
        }
        return span
    }
}
