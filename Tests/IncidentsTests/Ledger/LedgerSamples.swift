import NetTypes

@testable import Incidents

/// Files, bases and entries that are made up.
enum LedgerSamples {
    static let time = Timestamp(seconds: 1_790_000_000, nanoseconds: 5)
    static let basis = LedgerBasis(ruleSet: digest(1), engine: "1.0", options: digest(2))

    static func digest(_ number: UInt8) -> [UInt8] { Array(repeating: number, count: 32) }

    static func identity(_ inode: UInt64 = 1) -> LedgerIdentity {
        LedgerIdentity(device: 0x8000_0000_0000_0801, inode: inode, size: 100, modified: 7, changed: 8)
    }

    static func file(
        _ path: String = "a.pcap", _ identity: LedgerIdentity = identity(), content: UInt8? = 9
    ) -> LedgerFile {
        LedgerFile(path: LedgerPath(path), identity: identity, content: content.map { digest($0) })
    }

    static func entry(
        _ path: String = "a.pcap", content: UInt8? = 9, _ verdict: LedgerVerdict = .done,
        basis: LedgerBasis = basis, run: Int64 = 1
    ) -> LedgerEntry {
        var entry = LedgerEntry(
            run: run, path: LedgerPath(path), content: content.map { digest($0) }, size: 100, basis: basis,
            verdict: verdict, firstFrame: Timestamp(nanoseconds: -1), lastFrame: time, started: time,
            finished: time.advanced(by: 10))
        (entry.counts.frames, entry.counts.detections) = (3, 1)
        return entry
    }

    static func entry(
        _ verdict: LedgerVerdict, content: UInt8? = 9, basis: LedgerBasis = basis
    ) -> LedgerEntry {
        entry("a.pcap", content: content, verdict, basis: basis)
    }

    /// A ledger that is held, with an open run 1.
    static func ledger(_ path: String) throws -> ScanLedger {
        let ledger = try ScanLedger(path: path)
        try ledger.hold(now: time)
        _ = try begin(ledger)
        return ledger
    }

    static func begin(_ ledger: ScanLedger, now: Timestamp = time, log: LedgerLog? = nil) throws -> Int64 {
        try ledger.begin(asked: [LedgerPath("night")], basis: basis, host: "sensor", log: log, now: now)
    }
}
