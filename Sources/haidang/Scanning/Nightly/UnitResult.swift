import Capture
import Incidents
import NetTypes

/// What became of a unit.
struct UnitResult: Codable, Sendable {
    /// What became of one of its files.
    struct File: Codable, Sendable {
        /// How reading went.
        enum Outcome: Codable, Sendable {
            case read(SavefileVerdict)
            case failed(CaptureError)
        }

        /// How reading went.
        var outcome: Outcome
        /// SHA-256 of its bytes on the disk, where somebody had to compute it.
        var content: [UInt8]?
        /// What was counted while it was read, or at the end of the capture that ended with it.
        var counts = LedgerCounts()
        /// What the counters say was not looked at.
        var left: [Remainder] = []
        /// Stream bytes that never came.
        var gapBytes: UInt64 = 0
        /// Capture time of its earliest frame; nil without one.
        var firstFrame: Timestamp?
        /// That of its latest one.
        var lastFrame: Timestamp?
        /// When its reading began.
        var started: Timestamp
    }

    /// The files that were read, in order: fewer than the unit has where it was told to stop between two.
    var files: [File] = []
    /// True where it was told to stop within a file: then nothing of it counts.
    var wasInterrupted = false
    /// What people should know of its files.
    var notices: [UnitNotice] = []
    /// For each rule bytes that libyara looked at because of it, by namespace and name.
    var costs: [String: UInt64] = [:]
    /// Equations between counters that did not hold: an error of ours.
    var brokenLaws: [String] = []
}

extension UnitResult {
    /// The most that a counter of one file can have come to: sums over any number of files then still fit.
    private static let mostCounted: UInt64 = 1 << 50

    /// False for a result that no scan gives: it comes from another process, and its numbers are added up.
    var isPlausible: Bool {
        let counts = files.flatMap { file in
            file.counts.all + file.left.map(\.amount) + [file.gapBytes]
        }
        let times = files.flatMap { [$0.firstFrame, $0.lastFrame, $0.started] }.compactMap { $0 }
        return (counts + costs.values).allSatisfy { $0 <= Self.mostCounted }
            && times.allSatisfy { $0 >= .zero }
            && notices.allSatisfy {
                if case .missing(let count, _, _) = $0 { count <= Self.mostCounted } else { true }
            }
            && files.allSatisfy { $0.content.map { $0.count == 32 } ?? true }
    }
}

extension UnitResult.File {
    /// True where nothing of it could be read.
    var hasFailed: Bool { if case .failed = outcome { true } else { false } }

    /// What the ledger says of it.
    var verdict: LedgerVerdict {
        switch outcome {
        // The name stands beside it.
        case .failed(.missing): .failed(reason: "No such file or directory")
        case .failed(.unreadable(_, let reason)), .failed(.notASavefile(_, let reason)):
            .failed(reason: reason)
        case .failed(let error): .failed(reason: "\(ProblemText.capture(error).english)")
        case .read(.partial(let reason)): .partial(.damaged, reason: reason)
        case .read(.complete) where left.isEmpty: .done
        case .read(.complete):
            .partial(.limited, reason: left.map(\.member.0).joined(separator: ", "))
        }
    }
}
