import NetTypes

/// A detection as the panel shows it: everything that traffic or a rule wrote is escaped and bounded.
struct DetectionRow: Sendable {
    /// Time of day (UTC), to the second.
    let time: String
    /// 1 (highest) to 4.
    let severity: Int
    /// The rule's name.
    let rule: String
    /// The same with its namespace.
    let qualifiedRule: String
    /// Source and destination of the bytes that matched.
    let flow: String
    private let detection: Detection

    /// Characters of a name that are looked at: a screen has no room for more, and a name may be very long.
    private static let nameLimit = 256

    /// The row of a detection.
    init(_ detection: Detection) {
        self.detection = detection
        time = String(detection.timestamp.description.dropFirst(11).prefix(8))
        severity = min(max(detection.rule.severity, 1), 4)
        rule = Self.shown(detection.rule.name)
        qualifiedRule = Self.shown(detection.rule.namespace) + ":" + Self.shown(detection.rule.name)
        let (flow, direction) = (detection.flow, detection.direction)
        let ends = [direction, direction.reversed].map {
            EndpointText.end(flow.sender($0), flow.transport)
        }
        self.flow = ends.joined(separator: " → ")
    }

    /// What was scanned, or where an indicator was met, and the name that the traffic gives it.
    func object(_ language: Language) -> String {
        if let indicator = detection.indicator {
            return indicator.place.rawValue + ": " + Self.shown(indicator.seen)
        }
        let kind = SummaryText.object(detection.object.kind, detection.direction).text(language)
        return detection.object.name.isEmpty ? kind : kind + ": " + Self.shown(detection.object.name)
    }

    private static func shown(_ text: String) -> String {
        var name = String.UnicodeScalarView()
        name.append(contentsOf: text.unicodeScalars.prefix(nameLimit))
        return Escaping.shown(String(name))
    }
}
