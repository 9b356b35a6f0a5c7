import NetTypes

extension Samples {
    /// A detection with units at both ends that an entry suppresses.
    static var suppressed: Detection {
        var detection = detection
        detection.flow.clientUnit = unit("phuong-01", .keep)
        detection.flow.serverUnit = unit("trung-tam-du-lieu", .keep)
        detection.suppression = AppliedSuppression(
            id: "sao-luu-dem", reason: "Sao lưu hằng đêm", until: Day(number: 20_818))
        return detection
    }

    static func unit(_ id: String, _ payload: PayloadPolicy) -> NetworkUnit {
        NetworkUnit(id: id, name: id, kind: .ward, level: 2, payload: payload, networks: [])
    }

    /// Counters of a run with a list of suppressions.
    static var judged: StatisticsRecord {
        var record = statistics
        var alerts = AlertStatistics()
        (alerts.alerts, alerts.suppressed, alerts.uncounted) = (1068, 2, 3)
        alerts.entries = [AlertStatistics.Entry(id: "sao-luu-dem", matched: 5, suppressed: 2)]
        record.alerts = alerts
        return record
    }
}
