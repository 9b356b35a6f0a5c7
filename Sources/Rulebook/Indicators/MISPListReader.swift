import NetTypes

/// Attributes of MISP.
enum MISPListReader {
    static func read(_ events: [MISPEvent], into intake: inout IndicatorIntake) {
        var position = 0
        for event in events {
            for attribute in event.attributes {
                position += 1
                take(attribute, event.detail, position, &intake)
            }
        }
    }

    private static func take(
        _ attribute: [String: Any], _ common: IndicatorDetail, _ position: Int,
        _ intake: inout IndicatorIntake
    ) {
        guard let name = attribute["type"] as? String, let value = attribute["value"] as? String else {
            intake.refuse(.unknownForm(""), line: position)
            return
        }
        // What its owner does not want detected is not; much of an event is context.
        if isFalse(attribute["to_ids"]) || attribute["deleted"] as? Bool == true {
            intake.withhold()
            return
        }
        guard let type = IndicatorType(name), type != .unsupported else {
            intake.refuse(.unsupported(type: String(name.prefix(64))), line: position)
            return
        }
        var detail = common
        detail.category = attribute["category"] as? String ?? ""
        detail.comment = attribute["comment"] as? String ?? ""
        if let mark = MISPEvent.tlp(attribute["Tag"]) { detail.tlp = mark }
        intake.take(Array(value.utf8)[...], type: type, detail, line: position)
    }

    /// False as JSON has it, as a number, or as text.
    private static func isFalse(_ value: Any?) -> Bool {
        if let flag = value as? Bool { return !flag }
        if let text = value as? String { return text == "0" || text.lowercased() == "false" }
        return false
    }
}
