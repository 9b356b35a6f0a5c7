import Foundation

/// What a drill says must be found: the few keys of `drill.yml` that the engine can be held to.
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
    var isSilent = false

    /// Reads a drill's file. The format is our own generator's, one key a line.
    init(path: String) throws {
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            let parts = line.trimmingCharacters(in: CharacterSet(charactersIn: " -")).split(
                separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
            switch parts[0] {
            case "silent": isSilent = value == "true"
            case "id": expectations.append(Expectation())
            case "rule": change { $0.rule = value }
            case "src": change { $0.client = value }
            case "dst": change { $0.server = value }
            case "dport": change { $0.serverPort = Int(value) ?? -1 }
            case "direction": change { $0.direction = value }
            case "object": change { $0.object = value }
            default: break
            }
        }
    }

    private mutating func change(_ body: (inout Expectation) -> Void) {
        guard !expectations.isEmpty else { return }
        body(&expectations[expectations.count - 1])
    }
}
