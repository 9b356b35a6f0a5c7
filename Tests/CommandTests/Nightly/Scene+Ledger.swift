import Incidents
import NetTypes

extension Scene {
    /// The entries of the last run of a ledger in the folder.
    func ledgerEntries(_ name: String) throws -> [LedgerEntry] {
        let ledger = try ScanLedger(path: path(name), creates: false)
        return try ledger.entries(ofLastRuns: 1)
    }
}
