import Capture
import NetTypes

/// The account of a scan over all its files: what was read, what was inspected, what was not.
struct ScanAccount {
    /// Files read to their end.
    private(set) var complete = 0
    /// Files read in part, with the reason.
    private(set) var partial: [(path: String, reason: String)] = []
    /// Files and folders that were not read.
    private(set) var failed: [CaptureError] = []
    /// What came in.
    private(set) var frames: UInt64 = 0
    /// Bytes of the frames on the wire.
    private(set) var bytes: UInt64 = 0
    /// Flows seen.
    private(set) var flows: UInt64 = 0
    /// Stream bytes that never came.
    private(set) var gapBytes: UInt64 = 0
    /// Bytes scanned.
    private(set) var scanned: UInt64 = 0
    /// What the counters say was not inspected, one entry of each kind.
    private(set) var remainders: [Remainder] = []
    /// Equations between counters that did not hold: an error of ours.
    private(set) var brokenLaws: [String] = []

    /// An account of nothing.
    init() {}

    /// Adds a file that was read, to its end or in part.
    mutating func add(_ path: String, _ verdict: SavefileVerdict, _ statistics: SensorStatistics) {
        switch verdict {
        case .complete: complete += 1
        case .partial(let reason): partial.append((path, reason))
        }
        add(statistics)
    }

    /// Adds what was inspected of a file before it could not be read on.
    mutating func add(_ statistics: SensorStatistics) {
        frames += statistics.capture.frames
        bytes += statistics.capture.bytes + statistics.capture.bytesSnapped
        flows += statistics.flow.created
        gapBytes += statistics.stream.gapBytes
        scanned += statistics.scan.scanned
        for remainder in Remainder.list(statistics) { merge(remainder) }
        brokenLaws += statistics.brokenLaws
    }

    /// Adds an input that could not be read.
    mutating func fail(_ error: CaptureError) {
        failed.append(error)
    }

    /// True when at least one file was opened.
    var didAnything: Bool { complete > 0 || !partial.isEmpty }

    private mutating func merge(_ remainder: Remainder) {
        for (index, known) in remainders.enumerated() {
            if let sum = known.adding(remainder) {
                remainders[index] = sum
                return
            }
        }
        remainders.append(remainder)
    }
}
