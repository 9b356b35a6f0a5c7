import Foundation
import NetTypes

/// An event of MISP: attributes, and what is said of all of them.
struct MISPEvent {
    /// Its attributes, those of its objects included.
    let attributes: [[String: Any]]
    /// What holds for those that say nothing else.
    let detail: IndicatorDetail

    /// The events in what was read: one, several, the answer of a search, or attributes alone.
    static func events(in root: Any) -> [MISPEvent] {
        if let list = root as? [Any] { return list.flatMap { events(inObject: $0) } }
        return events(inObject: root)
    }

    private static func events(inObject value: Any) -> [MISPEvent] {
        guard let object = value as? [String: Any] else { return [] }
        if let event = object["Event"] as? [String: Any] { return [MISPEvent(event)] }
        if let response = object["response"] {
            if let list = response as? [Any] { return list.flatMap { events(inObject: $0) } }
            return events(inObject: response)
        }
        return object["Attribute"] is [Any] || object["Object"] is [Any] ? [MISPEvent(object)] : []
    }

    private init(_ event: [String: Any]) {
        var attributes = Self.objects(event["Attribute"])
        for object in Self.objects(event["Object"]) where object["deleted"] as? Bool != true {
            attributes += Self.objects(object["Attribute"])
        }
        self.attributes = attributes
        var detail = IndicatorDetail()
        detail.source = event["info"] as? String ?? ""
        detail.severity = Self.severity(event["threat_level_id"])
        detail.tlp = Self.tlp(event["Tag"]) ?? ""
        self.detail = detail
    }

    static func objects(_ value: Any?) -> [[String: Any]] {
        (value as? [Any] ?? []).compactMap { $0 as? [String: Any] }
    }

    /// The mark of the Traffic Light Protocol among tags.
    static func tlp(_ tags: Any?) -> String? {
        for tag in objects(tags) {
            if let name = tag["name"] as? String, let mark = IndicatorNotes.tlp(tag: name) { return mark }
        }
        return nil
    }

    /// Threat levels are 1 (high) to 3 (low), as text or number; 4 is "not known".
    private static func severity(_ value: Any?) -> UInt8? {
        let level = (value as? Int) ?? (value as? String).flatMap { Int($0) }
        return level.flatMap { (1...3).contains($0) ? UInt8($0) : nil }
    }
}
