import Incidents
import NetTypes
import WorkQueue

/// Findings of a unit on their way to the leader of a work list. What only has to be written is a line of the event log here
/// already; detections go as they are, since the leader judges them in the order of all units.
final class WorkOutlet: UnitOutlet {
    /// Why nothing more can be given; nil as long as it can.
    private(set) var failure: WorkQueueError?

    private let item: WorkItem
    private var encoder: EventEncoder
    private var files = RotatedFiles()
    private var tally = UnitTally()
    private var streamsWithGaps: UInt64 = 0
    private var buffer: [UInt8] = []

    /// Bytes that are given together.
    private static let most = 64 << 10

    /// An outlet for the result of an item.
    init(_ item: WorkItem, host: String) {
        self.item = item
        encoder = EventEncoder(host: host, origin: .savefile(path: ""))
    }

    func begin(file: String, framesBefore: UInt64) {
        if framesBefore == 0 { files = RotatedFiles() }
        files.add(file, framesBefore: framesBefore)
        encoder.origin = .rotated(files)
        give(.begin(file: file, framesBefore: framesBefore))
    }

    func receive(_ finding: Finding) {
        if case .detection(let detection) = finding { return give(.detection(detection)) }
        if case .flow(let flow) = finding {
            streamsWithGaps += flow.streamsWithGaps
            tally.add(flow)
        }
        if let line = encoder.line(finding) { give(.line(line)) }
    }

    /// Gives what became of the unit, and the rest.
    func finish(_ result: UnitResult) {
        give(.tally(tally.list, streamsWithGaps: streamsWithGaps))
        give(.end(result))
        flush()
    }

    private func give(_ part: WorkPart) {
        buffer += part.bytes
        if buffer.count >= Self.most { flush() }
    }

    private func flush() {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard failure == nil else { return }
        do throws(WorkQueueError) {
            try item.give(buffer)
        } catch {
            failure = error
        }
    }
}
