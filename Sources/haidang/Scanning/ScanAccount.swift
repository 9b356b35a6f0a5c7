import Capture
import Incidents
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
    /// Frames that the sensors say they have lost: never in the files.
    private(set) var framesLost: UInt64 = 0
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

    /// Adds a unit.
    mutating func add(_ result: UnitResult, _ unit: ScanUnit) {
        for (part, file) in zip(result.files, unit.files) {
            switch part.outcome {
            case .read(.complete): complete += 1
            case .read(.partial(let reason)): partial.append((file.path, reason))
            case .failed(let error): failed.append(error)
            }
        }
        addInterrupted(result)
    }

    /// Adds what was inspected of a unit that was interrupted: its files count for another run.
    mutating func addInterrupted(_ result: UnitResult) {
        for part in result.files {
            frames += part.counts.frames
            bytes += part.counts.bytes + part.counts.bytesSnapped
            framesLost += part.counts.framesLost
            flows += part.counts.flows
            gapBytes += part.gapBytes
            scanned += part.counts.scanned
            for remainder in part.left { merge(remainder) }
        }
        brokenLaws += result.brokenLaws
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
