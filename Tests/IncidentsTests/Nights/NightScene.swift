import NetTypes
import TestSupport

@testable import Incidents

/// A ledger in which nights are made up, one run each.
final class NightScene {
    private let folder: TestFolder
    let ledger: ScanLedger
    private var contents: UInt16 = 0

    /// A ledger that is held and has no run.
    init() throws {
        folder = try TestFolder()
        ledger = try ScanLedger(path: folder.path + "/ledger.db")
        try ledger.hold(now: LedgerSamples.time)
    }

    /// When a run began.
    static func started(_ run: Int64) -> Timestamp {
        LedgerSamples.time.advanced(by: run * 86_400_000_000_000)
    }

    /// An entry of a file that is like no other.
    func entry(
        _ path: String, _ verdict: LedgerVerdict = .done, kind: LedgerEntry.Kind = .scan, bytes: UInt64 = 0,
        detections: UInt64 = 0
    ) -> LedgerEntry {
        contents += 1
        var entry = LedgerSamples.entry(path, content: nil, verdict)
        if verdict.word != "failed" {
            entry.content =
                [UInt8(contents >> 8), UInt8(contents & 0xff)] + LedgerSamples.digest(0).dropFirst(2)
        }
        entry.kind = kind
        entry.counts = LedgerCounts()
        (entry.counts.bytes, entry.counts.detections) = (bytes, detections)
        return entry
    }

    /// Writes a run; one without a code stays open. Gives its number.
    @discardableResult
    func night(
        _ entries: [LedgerEntry] = [], _ tallies: [LedgerTally] = [], code: Int32? = 0, known: UInt64 = 0,
        left: UInt64 = 0
    ) throws -> Int64 {
        let number = (try ledger.lastRun?.number ?? 0) + 1
        let run = try LedgerSamples.begin(ledger, now: Self.started(number))
        try ledger.record(entries, tallies: tallies, run: run)
        if let code {
            try ledger.finish(
                run, exitCode: code, known: known, left: left,
                now: Self.started(run).advanced(by: 3_600_000_000_000))
        }
        return run
    }

    /// A night of one file with so many detections of a rule.
    @discardableResult
    func night(bytes: UInt64, detections: UInt64, rule: String = "a/A") throws -> Int64 {
        try night(
            [entry("a.pcap", bytes: bytes, detections: detections)], [.init(.ruleHits, rule, detections)])
    }
}
