import ArgumentParser
import Drills
import Incidents

/// Options of a scan that remembers what it has done.
struct LedgerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("\(LedgerHelp.ledger)", valueName: "FILE"), completion: .file())
    var ledger: String?

    @Flag(help: ArgumentHelp("\(LedgerHelp.resume)"))
    var resume = false

    @Option(help: ArgumentHelp("\(LedgerHelp.settle)", valueName: "SPAN"))
    var settle = "30s"

    @Option(help: ArgumentHelp("\(LedgerHelp.back)", valueName: "N"))
    var back = 0

    /// The most nights that rules may be run over.
    private static let mostNights = 3660

    func validate() throws {
        if !(0...Self.mostNights).contains(back) {
            throw ValidationError(
                "\(NightText.badNumber(option: "--back", least: 0, most: Self.mostNights))")
        }
    }

    /// The path of the ledger; nil without one.
    func path(_ settings: Settings) -> String? {
        ledger ?? (settings.ledger.isEmpty ? nil : settings.ledger)
    }

    /// Opens the ledger, when there is one, and holds it for this run.
    func open(_ settings: Settings, _ basis: ScanBasis) throws(CommandError) -> ScanBook? {
        guard let path = path(settings) else {
            if resume { throw .usage("\(LedgerText.resumeNeedsLedger)") }
            if back > 0 { throw .usage("\(NightText.backNeedsLedger)") }
            return nil
        }
        guard let settle = Duration(span: settle) else { throw .usage("\(DrillText.badSpan(self.settle))") }
        let book = try CommandError.ledger { () throws(LedgerError) in
            try ScanBook(path, eventLog: settings.eventLog, basis: basis, settle: settle)
        }
        if resume, book.resumed == nil { throw .usage("\(LedgerText.nothingToResume)") }
        return book
    }
}
