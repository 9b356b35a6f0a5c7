import NetTypes

extension Metric {
    /// The metrics of what became of detections upstairs.
    static let ofAlerts: [Metric] = [
        .counter("haidang_alerts_total", "Detections that are alerts.") { $0.alerts.alerts },
        .counter(
            "haidang_suppressed_total", by: "entry", "Detections that an entry kept from being an alert."
        ) {
            $0.alerts.entries.map { ($0.id, $0.suppressed) }
        },
        .counter(
            "haidang_threshold_uncounted_total", "Detections that thresholds had no room to count: alerts."
        ) {
            $0.alerts.uncounted
        },
    ]
}
