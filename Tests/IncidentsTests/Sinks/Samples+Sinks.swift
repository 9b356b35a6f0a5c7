import Foundation
import Incidents
import NetTypes

extension Samples {
    /// The line of the sample detection.
    static var alertLine: String {
        EventEncoder(host: "sensor-1", origin: .savefile(path: "day.pcap")).line(.detection(detection)) ?? ""
    }

    /// An alert in its place in the order.
    static func event(_ sequence: Int64, line: String? = nil) -> OutgoingEvent {
        OutgoingEvent(
            sequence: sequence, id: "event-\(sequence)", type: "alert", severity: 2, unit: "so-y-te",
            category: .intrusion, timestamp: time, isSecret: false,
            line: line ?? #"{"event_type":"alert","number":\#(sequence)}"#)
    }

    /// Alerts with these places in the order.
    static func events(_ range: ClosedRange<Int64>) -> [OutgoingEvent] { range.map { event($0) } }

    static let sinkContext = SinkContext(host: "sensor-1", version: "0.1.0", process: 77)

    /// A pace at which tests do not wait for long.
    static var quick: SinkPacing {
        var pacing = SinkPacing()
        (pacing.poll, pacing.firstRetry, pacing.longestRetry, pacing.settling) = (0.05, 0.02, 0.05, 0.05)
        return pacing
    }

    /// Waits until something is so; false when it is not after a long time.
    static func eventually(_ condition: () -> Bool) -> Bool {
        for _ in 0..<3000 {
            if condition() { return true }
            Thread.sleep(forTimeInterval: 0.01)
        }
        return false
    }
}
