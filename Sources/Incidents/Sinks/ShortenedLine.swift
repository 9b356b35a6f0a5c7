import NetTypes

/// The line of an event within a limit: still one object of JSON, of which a part was left out, which it says.
enum ShortenedLine {
    /// What is left out first: what matched, then what the rule says of itself.
    private static let dispensable = ["yara.strings", "yara.meta", "alert.metadata"]

    /// What an event consists of at the least.
    private static let needed = [
        "timestamp", "flow_id", "event_type", "host", "src_ip", "src_port", "dest_ip", "dest_port", "proto",
        "community_id", "alert", "incident", "digest",
    ]

    /// The line in at most a number of bytes, 512 or more; true where something had to be left out. A shortened line has
    /// a member `shortened` that names what is missing: paths of members, or `text` where texts and lists were cut.
    static func text(_ event: OutgoingEvent, mostBytes: Int) -> (text: String, isShortened: Bool) {
        let isOneLine = event.line.utf8.allSatisfy { $0 >= 0x20 }
        if isOneLine, event.line.utf8.count <= mostBytes { return (event.line, false) }
        guard var node = EventNode(line: event.line) else { return (least(event), true) }
        var missing: [String] = []
        if !isOneLine, node.line.utf8.count <= mostBytes { return (node.line, false) }
        for path in dispensable where node.remove(path.split(separator: ".")) {
            missing.append(path)
            let line = node.marked(missing).line
            if line.utf8.count <= mostBytes { return (line, true) }
        }
        missing.append("text")
        for length in [1024, 256, 64] {
            let line = node.cut(texts: length, elements: length).marked(missing).line
            if line.utf8.count <= mostBytes { return (line, true) }
        }
        missing.append("members")
        let line = node.only(needed).cut(texts: 32, elements: 16).marked(missing).line
        return (line.utf8.count <= mostBytes ? line : least(event), true)
    }

    /// What is known of an event whose line is of no use.
    private static func least(_ event: OutgoingEvent) -> String {
        let node = EventNode.object([
            .init(name: "timestamp", value: .text(event.timestamp.description)),
            .init(name: "event_type", value: .text(event.type.shortened(to: 32))),
            .init(name: "event_id", value: .text(event.id.shortened(to: 64))),
        ])
        return node.marked(["line"]).line
    }
}

extension EventNode {
    /// This object with a last member that says what is missing in it.
    fileprivate func marked(_ missing: [String]) -> EventNode {
        guard case .object(let members) = self else { return self }
        return .object(
            members + [Member(name: "shortened", value: .array(missing.map { .text($0) }))])
    }

    /// This object with these members only.
    fileprivate func only(_ names: [String]) -> EventNode {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { names.contains($0.name) })
    }
}
