import NetTypes

extension EventEncoder {
    /// Writes the object `ioc`, which an alert about an indicator has where one about a rule has `yara`.
    func writeSighting(_ sighting: IndicatorSighting, _ detection: Detection, to json: inout JSONLine) {
        json.object("ioc") { json in
            json.member("type", sighting.kind.name)
            json.member("value", sighting.value)
            json.member("list", sighting.list.name)
            json.member("list_sha256", sighting.list.sha256)
            json.member("matched", sighting.place.rawValue)
            json.member("seen", sighting.seen)
            writeDetail(sighting.detail, to: &json)
            if !detection.object.kind.isRaw {
                json.object("object") { writeObject(detection.object, to: &$0) }
            }
            json.object("packet") { json in
                json.member("first", detection.firstFrame)
                json.member("last", detection.lastFrame)
            }
        }
    }

    private func writeDetail(_ detail: IndicatorDetail, to json: inout JSONLine) {
        for (name, text) in [("comment", detail.comment), ("source", detail.source), ("tlp", detail.tlp)]
        where !text.isEmpty { json.member(name, text) }
        if let confidence = detail.confidence { json.member("confidence", UInt64(confidence)) }
        if let time = detail.validUntil { json.member("valid_until", time) }
    }

    func writeIndicators(_ indicators: IndicatorStatistics, to json: inout JSONLine) {
        json.member("checked", indicators.checked)
        json.member("detections", indicators.detections)
        json.member("repeats", indicators.repeats)
        json.member("limited", indicators.limited)
    }
}
