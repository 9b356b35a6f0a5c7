import Foundation

/// What a drill says must be found: the few keys of `drill.yml` that the engine can be held to when a single capture is
/// scanned as it lies there.
struct DrillFile {
    /// One expected detection.
    struct Expectation: Hashable {
        var rule = ""
        var client = ""
        var server = ""
        var serverPort = 0
        var direction = ""
        /// The kind of object it is found in; empty where the drill does not say.
        var object = ""
    }

    var expectations: [Expectation] = []
    /// Something is said of what must not be found.
    var isSilent = false

    /// The list that the lines belong to.
    private var section = ""
    private var isExpectation = false

    /// Reads a drill's file, one key a line. Only what stands below `expect` of an inject is an expectation: its first
    /// key begins the entry, and any other list of the inject ends it.
    init(path: String) throws {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let parts = line.trimmingCharacters(in: CharacterSet(charactersIn: " -")).split(
                separator: ":", maxSplits: 1)
            guard let key = parts.first.map(String.init) else { continue }
            let value =
                parts.count < 2 ? "" : parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
            if !line.hasPrefix(" ") { section = key }
            if section == "silent" { isSilent = true }
            if section == "injects" { read(key, value, startsEntry: line.drop { $0 == " " }.hasPrefix("-")) }
        }
    }

    private mutating func read(_ key: String, _ value: String, startsEntry: Bool) {
        if key == "id" || key == "expect" || key == "answer" { isExpectation = key == "expect" }
        guard isExpectation else { return }
        if startsEntry { expectations.append(Expectation()) }
        switch key {
        case "rule": change { $0.rule = value }
        case "src": change { $0.client = value }
        case "dst": change { $0.server = value }
        case "dport": change { $0.serverPort = Int(value) ?? -1 }
        case "direction": change { $0.direction = value }
        case "object": change { $0.object = value }
        default: break
        }
    }

    private mutating func change(_ body: (inout Expectation) -> Void) {
        guard !expectations.isEmpty else { return }
        body(&expectations[expectations.count - 1])
    }
}
