import NetTypes

/// A drill as the text of a `drill.yml`.
///
/// Every text is in double quotes with JSON's escapes, which YAML has too, so nothing that a rule or a person wrote can be
/// taken for anything but text.
public struct DrillDocument {
    private var lines: [String] = []

    /// The text of a drill, with a line break at its end.
    public static func yaml(_ drill: Drill) -> String {
        var text = DrillDocument()
        text.write(drill)
        return text.lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ drill: Drill) {
        write("title", drill.title, indent: "")
        write("story", drill.story, indent: "")
        if let networks = drill.networks { lines.append("networks: \(Self.quoted(networks))") }
        lines.append("captures:")
        for capture in drill.captures { write(capture) }
        if drill.pace > 0 { lines.append("pace: \(drill.pace)") }
        if !drill.injects.isEmpty { lines.append("injects:") }
        for inject in drill.injects { write(inject) }
        if !drill.silences.isEmpty { lines.append("silent:") }
        for silence in drill.silences { write(silence) }
        if drill.penalty > 0 { lines.append("penalty: \(drill.penalty)") }
    }

    private mutating func write(_ capture: DrillCapture) {
        lines.append("  - file: \(Self.quoted(capture.file))")
        if let digest = capture.sha256 { lines.append("    sha256: \(Self.quoted(digest))") }
        if capture.offset > .zero { lines.append("    offset: \(Self.span(capture.offset))") }
        if !capture.map.isEmpty { lines.append("    map:") }
        for entry in capture.map.entries {
            lines.append(
                "      \(Self.quoted(Self.network(entry.from))): \(Self.quoted(Self.network(entry.to)))")
        }
    }

    private mutating func write(_ inject: Inject) {
        lines.append("  - id: \(inject.id)")
        write("title", inject.title, indent: "    ")
        lines.append("    at: \(Self.span(inject.at))")
        if let within = inject.within { lines.append("    within: \(Self.span(within))") }
        lines.append("    points: \(inject.points)")
        lines.append("    expect:")
        for pattern in inject.expected { write(pattern, first: "      - ", rest: "        ") }
        guard let answer = inject.answer else { return }
        lines.append("    answer:")
        lines.append("      points: \(answer.points)")
        if let category = answer.category { lines.append("      category: \(category.rawValue)") }
        if let unit = answer.unit { lines.append("      unit: \(Self.quoted(unit))") }
        if !answer.techniques.isEmpty {
            let names = answer.techniques.map { Self.quoted($0.identifier) }
            lines.append("      techniques: [\(names.joined(separator: ", "))]")
        }
        if let frame = answer.firstPacket { lines.append("      first_packet: \(frame)") }
        if !answer.hosts.isEmpty {
            let hosts = answer.hosts.map { Self.quoted($0.description) }
            lines.append("      hosts: [\(hosts.joined(separator: ", "))]")
        }
    }

    private mutating func write(_ silence: Silence) {
        lines.append("  - points: \(silence.points)")
        write("title", silence.title, indent: "    ")
        write(silence.pattern, first: "    ", rest: "    ")
    }

    private mutating func write(_ pattern: DetectionPattern, first: String, rest: String) {
        var members: [String] = []
        if let rule = pattern.rule { members.append("rule: \(Self.quoted(rule))") }
        if let category = pattern.category { members.append("category: \(category.rawValue)") }
        if let client = pattern.client { members.append("src: \(Self.quoted(client.description))") }
        if let server = pattern.server { members.append("dst: \(Self.quoted(server.description))") }
        if let port = pattern.serverPort { members.append("dport: \(port)") }
        if let direction = pattern.direction {
            members.append("direction: \(direction == .toServer ? "to_server" : "to_client")")
        }
        if let object = pattern.object { members.append("object: \(object.rawValue)") }
        for (index, member) in members.enumerated() { lines.append((index == 0 ? first : rest) + member) }
    }

    private mutating func write(_ key: String, _ text: BilingualText, indent: String) {
        if !text.english.isEmpty { lines.append("\(indent)\(key): \(Self.quoted(text.english))") }
        if !text.vietnamese.isEmpty { lines.append("\(indent)\(key)_vi: \(Self.quoted(text.vietnamese))") }
    }

    /// A whole number and the largest unit in which it is one.
    static func span(_ duration: Duration) -> String {
        let milliseconds = max(0, duration.nanoseconds / 1_000_000)
        return milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }

    private static func network(_ network: IPNetwork) -> String {
        "\(network.address)/\(network.prefixLength)"
    }

    /// A double-quoted scalar (YAML 1.2 section 7.3.1).
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\u{85}", "\u{2028}", "\u{2029}", "\u{feff}", "\u{0}"..<"\u{20}", "\u{7f}"..<"\u{a0}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
