import NetTypes

/// Indicators of a STIX 2 bundle. Its other objects say what indicators are about, and are not read.
enum STIXListReader {
    static func read(_ objects: [[String: Any]], into intake: inout IndicatorIntake) {
        var position = 0
        for object in objects where object["type"] as? String == "indicator" {
            position += 1
            if object["revoked"] as? Bool == true {
                intake.withhold()
                continue
            }
            take(object, position, &intake)
        }
    }

    private static func take(
        _ object: [String: Any], _ position: Int, _ intake: inout IndicatorIntake
    ) {
        let language = object["pattern_type"] as? String ?? "stix"
        guard language == "stix", let text = object["pattern"] as? String,
            let pattern = STIXPattern(text)
        else {
            intake.refuse(
                .unsupported(type: language == "stix" ? "pattern" : String(language.prefix(64))),
                line: position)
            return
        }
        guard let detail = detail(object, position, &intake) else { return }
        for comparison in pattern.comparisons {
            guard let type = type(of: comparison.path) else {
                intake.refuse(.unsupported(type: String(comparison.path.prefix(64))), line: position)
                continue
            }
            intake.take(Array(comparison.value.utf8)[...], type: type, detail, line: position)
        }
    }

    /// What is said of an indicator; nil when its date is none, which was noted.
    private static func detail(
        _ object: [String: Any], _ position: Int, _ intake: inout IndicatorIntake
    ) -> IndicatorDetail? {
        var detail = IndicatorDetail()
        if let date = object["valid_until"] as? String {
            guard let time = IndicatorDate.time(date) else {
                intake.refuse(.badDate(String(date.prefix(64))), line: position)
                return nil
            }
            detail.validUntil = time
        }
        let types = object["indicator_types"] as? [Any] ?? object["labels"] as? [Any] ?? []
        detail.category = types.first as? String ?? ""
        detail.comment = object["name"] as? String ?? object["description"] as? String ?? ""
        detail.source = object["id"] as? String ?? ""
        detail.confidence = (object["confidence"] as? Int).flatMap { UInt8(exactly: $0) }.flatMap {
            $0 <= 100 ? $0 : nil
        }
        return detail
    }

    /// The type of what a path names; nil for what is not looked for.
    private static func type(of path: String) -> IndicatorType? {
        switch path.lowercased() {
        case "file:hashes.sha-256", "file:hashes.sha256", "artifact:hashes.sha-256": .kind(.sha256)
        case "file:hashes.md5", "artifact:hashes.md5": .kind(.md5)
        case "domain-name:value": .kind(.domain)
        case "ipv4-addr:value", "ipv6-addr:value", "network-traffic:dst_ref.value",
            "network-traffic:src_ref.value":
            .addressOrNetwork
        case "url:value": .kind(.url)
        default: nil
        }
    }
}
