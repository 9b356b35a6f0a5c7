import Foundation

/// One line of an event log, as tests look at it.
struct LoggedEvent {
    private let members: [String: Any]

    /// A line, which must be a JSON object.
    init(_ line: Substring) throws {
        guard let members = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
            throw NoObject(line: String(line))
        }
        self.members = members
    }

    /// A line that is no object.
    struct NoObject: Error {
        let line: String
    }

    /// All events of a log.
    static func all(_ scene: Scene, _ log: String) throws -> [LoggedEvent] {
        try scene.text(log).split(separator: "\n").map { try LoggedEvent($0) }
    }

    /// Its `event_type`.
    var type: String { text("event_type") ?? "" }

    /// The text at a path, such as `yara.rule`.
    func text(_ path: String) -> String? { value(path) as? String }

    /// The number at a path.
    func number(_ path: String) -> Int? { (value(path) as? NSNumber)?.intValue }

    /// The texts at a path.
    func texts(_ path: String) -> [String] { value(path) as? [String] ?? [] }

    /// The objects at a path.
    func objects(_ path: String) -> [[String: Any]] { value(path) as? [[String: Any]] ?? [] }

    /// The sum of a member over the objects at a path.
    func sum(_ path: String, _ member: String) -> Int {
        objects(path).reduce(0) { $0 + (($1[member] as? NSNumber)?.intValue ?? 0) }
    }

    private func value(_ path: String) -> Any? {
        path.split(separator: ".").reduce(members as Any?) { ($0 as? [String: Any])?[String($1)] }
    }

    /// The same for equal events, whatever the order of members; without the members at some paths, each of at most
    /// two names.
    func canonical(without paths: Set<String>) throws -> String {
        var kept = members
        for path in paths {
            let names = path.split(separator: ".").map(String.init)
            guard let first = names.first else { continue }
            if let second = names.dropFirst().first {
                guard var inner = kept[first] as? [String: Any] else { continue }
                inner[second] = nil
                kept[first] = inner
            } else {
                kept[first] = nil
            }
        }
        let data = try JSONSerialization.data(withJSONObject: kept, options: [.sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }
}
