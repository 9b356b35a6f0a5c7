import NetTypes

/// An event in the Common Event Format, version 0: seven fields of a header, and an extension of keys and values.
///
/// In the header `\` and `|` are escaped, in values `\` and `=`, and the end of a line is `\n`. Other control characters
/// become U+FFFD: one event is one line. The keys are those of the format's dictionary; each value is cut to the length
/// that the dictionary gives its key, with "…" at the end of what was cut.
struct CEFMessage {
    private let event: OutgoingEvent
    private let node: EventNode?
    private let version: String

    /// The message of an event. A line that is no JSON gives one with what the event says itself.
    init(_ event: OutgoingEvent, version: String) {
        self.event = event
        self.version = version
        node = EventNode(line: event.line)
    }

    /// The text, in at most a number of bytes of UTF-8 from 1,024; true where something had to be cut for that limit.
    func text(mostBytes: Int) -> (text: String, isShortened: Bool) {
        let whole = text(values: .max, isShortened: false)
        if whole.utf8.count <= mostBytes { return (whole, false) }
        for length in [256, 64, 24] {
            let text = text(values: length, isShortened: true)
            if text.utf8.count <= mostBytes { return (text, true) }
        }
        return (header(names: 24) + "flexString1Label=shortened flexString1=true", true)
    }

    private func text(values length: Int, isShortened: Bool) -> String {
        var pairs = extensions.map { "\($0.key)=\(Self.value($0.value.shortened(to: min($0.most, length))))" }
        if isShortened { pairs += ["flexString1Label=shortened", "flexString1=true"] }
        return header(names: min(512, length)) + pairs.joined(separator: " ")
    }

    private func header(names length: Int) -> String {
        let signature = node?.words("alert.signature_id") ?? event.type
        let name = node?.words("alert.signature") ?? node?.words("incident.title") ?? event.type
        let fields = [
            "Hai Dang", "haidang", version, signature.shortened(to: 64), name.shortened(to: length), severity,
        ]
        return "CEF:0|" + fields.map { Self.headerField($0) + "|" }.joined()
    }

    /// 0 to 10, where 10 is the gravest.
    private var severity: String {
        switch event.severity {
        case ...1: "10"
        case 2: "7"
        case 3: "5"
        default: "3"
        }
    }

    /// The keys with something to say, in the order in which they are written, with the lengths of the dictionary.
    private var extensions: [(key: String, value: String, most: Int)] {
        var pairs: [(key: String, value: String, most: Int)] = []
        func add(_ key: String, _ value: String?, _ most: Int = 1023, label: String? = nil) {
            guard let value, !value.isEmpty else { return }
            pairs.append((key, value, most))
            if let label { pairs.append((key + "Label", label, 1023)) }
        }
        let milliseconds = event.timestamp.nanoseconds / 1_000_000
        add("rt", "\(milliseconds)")
        add("externalId", event.id, 128)
        add("cat", event.category.rawValue)
        add("deviceExternalId", node?.words("host"), 255)
        add("act", node?.words("alert.action"), 63)
        for (key, value, most, label) in addresses { add(key, value, most, label: label) }
        add("proto", node?.words("proto"), 31)
        add("app", node?.words("app_proto"), 31)
        add("fname", node?.words("yara.object.name"))
        add("fsize", node?.words("yara.object.size"), 20)
        add("fileHash", node?.words("yara.object.sha256"), 255)
        add("cs1", rule, 4000, label: "yara_rule")
        add("cs2", node?.words("community_id"), 4000, label: "community_id")
        add("cs3", node?.words("yara.ruleset_sha256"), 4000, label: "ruleset")
        add("cs4", event.unit, 4000, label: "unit")
        add("cn1", node?.words("pcap_cnt"), 20, label: "pcap_cnt")
        add("msg", message)
        return pairs
    }

    /// Version 0 knows `src` and `dst` as addresses of IPv4 only; those of IPv6 have keys of their own.
    private var addresses: [(String, String?, Int, String?)] {
        let (source, destination) = (node?.words("src_ip"), node?.words("dest_ip"))
        let isIPv6 = source?.contains(":") == true
        return [
            (isIPv6 ? "c6a2" : "src", source, 64, isIPv6 ? "Source IPv6 Address" : nil),
            ("spt", node?.words("src_port"), 5, nil),
            (isIPv6 ? "c6a3" : "dst", destination, 64, isIPv6 ? "Destination IPv6 Address" : nil),
            ("dpt", node?.words("dest_port"), 5, nil),
        ]
    }

    private var rule: String? {
        guard let name = node?.words("yara.rule") else { return nil }
        return (node?.words("yara.namespace").map { $0 + "/" } ?? "") + name
    }

    private var message: String? { node?.words("alert.signature") ?? node?.words("incident.title") }

    private static func headerField(_ text: String) -> String {
        text.onOneLine.replacing("\\", with: "\\\\").replacing("|", with: "\\|")
    }

    private static func value(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("=", with: "\\=")
        return escaped.replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing(
            "\r", with: "\\r"
        )
        .onOneLine
    }
}
