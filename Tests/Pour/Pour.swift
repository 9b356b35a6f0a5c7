import Foundation
import Incidents
import NetTypes

/// Pours detections into a store until it is killed: the other half of the test that kills it.
///
/// `pour STORE DELIVERED TOTAL` goes on where the store stands. Each detection has a number; those of a batch go in by one
/// transaction, and once it is acknowledged `recorded N` is printed. Between batches it takes the incident of detection N a
/// step further and prints `noted N` once that is acknowledged, and a thread carries events from the outbox into the
/// file DELIVERED, a line each, and confirms them. It ends by itself after TOTAL detections.
@main
enum Pour {
    static let batch = 25

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let total = Int(arguments[3]) else {
            FileHandle.standardError.write(Data("pour STORE DELIVERED TOTAL\n".utf8))
            exit(2)
        }
        let store = try IncidentStore(path: arguments[1])
        try store.register(sinks: ["file"])
        let carrier = Carrier(store, path: arguments[2])
        carrier.start()
        var next = try store.incidents(everything).reduce(0) { $0 + Int($1.detections) }
        while next < total {
            // One batch is poured again each time, as after a cut: what the store has must not count twice.
            let start = max(0, next - batch)
            let reports = (start..<min(next + batch, total)).map(PouredDetection.report)
            let recording = try store.record(reports, now: PouredDetection.time(next)) {
                "\($0.kind.rawValue) \($0.incident.id)"
            }
            next += recording.recorded
            say("recorded \(next)")
            try work(store, after: next)
        }
        carrier.finish()
    }

    /// Past the buffer of standard output, which a kill would take along.
    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    static var everything: IncidentFilter {
        var filter = IncidentFilter()
        (filter.includesMerged, filter.limit) = (true, .max)
        return filter
    }

    /// What the team does meanwhile: a note on the incident that was met last.
    private static func work(_ store: IncidentStore, after count: Int) throws {
        var filter = IncidentFilter()
        filter.limit = 1
        guard let incident = try store.incidents(filter).first else { return }
        let hand = IncidentStore.Hand(person: "team", now: PouredDetection.time(count), note: "\(count)")
        try store.log(.noted, incident.id, by: hand)
        say("noted \(count)")
    }
}
