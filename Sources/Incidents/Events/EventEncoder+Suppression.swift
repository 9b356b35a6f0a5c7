import NetTypes

extension EventEncoder {
    /// Writes `stats.detect` under the schema's names: alerts, and what was kept from being one.
    func writeDetect(_ record: StatisticsRecord, to json: inout JSONLine) {
        let suppressed = record.alerts?.suppressed ?? 0
        // Of a live run the two are counted at two places, and the sensor's number may be the older one.
        let detections = record.statistics.detections
        json.member("alert", detections > suppressed ? detections - suppressed : 0)
        if record.alerts != nil { json.member("alerts_suppressed", suppressed) }
    }

    /// Writes `stats.suppression`: what each entry of the operator's list has matched and suppressed.
    func writeAlerts(_ alerts: AlertStatistics, to json: inout JSONLine) {
        json.member("alerts", alerts.alerts)
        json.member("suppressed", alerts.suppressed)
        json.member("uncounted", alerts.uncounted)
        json.array("entries") { json in
            for entry in alerts.entries {
                json.element { json in
                    json.member("id", entry.id)
                    json.member("matched", entry.matched)
                    json.member("suppressed", entry.suppressed)
                }
            }
        }
    }
}
