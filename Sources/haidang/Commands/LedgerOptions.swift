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

    /// The path of the ledger; nil without one.
    func path(_ settings: Settings) -> String? {
        ledger ?? (settings.ledger.isEmpty ? nil : settings.ledger)
    }

    /// Opens the ledger, when there is one, and holds it for this run.
    func open(
        _ settings: Settings, rules: String, lists: [String]
    ) throws(CommandError) -> ScanBook? {
        guard let path = path(settings) else {
            if resume { throw .usage("\(LedgerText.resumeNeedsLedger)") }
            return nil
        }
        guard let settle = Duration(span: settle) else { throw .usage("\(DrillText.badSpan(self.settle))") }
        do throws(LedgerError) {
            let basis = ScanBasis.of(settings, rules: rules, lists: lists)
            let book = try ScanBook(path, eventLog: settings.eventLog, basis: basis, settle: settle)
            if resume, book.resumed == nil { throw LedgerError.noOpenRun(0) }
            return book
        } catch {
            if resume, error == .noOpenRun(0) { throw .usage("\(LedgerText.nothingToResume)") }
            throw .ledger(error)
        }
    }
}
