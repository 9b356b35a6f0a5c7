import ArgumentParser
import Incidents

/// `haidang digest`: what a night came to, on one page.
struct DigestCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "digest", abstract: "\(DigestHelp.command)", discussion: "\(DigestHelp.detail)")
    }

    @Option(help: ArgumentHelp("\(DigestHelp.ledger)", valueName: "FILE"), completion: .file())
    var ledger: String?

    @Option(help: ArgumentHelp("\(DigestHelp.run)", valueName: "N"))
    var run: Int64?

    @Option(help: ArgumentHelp("\(DigestHelp.format)"))
    var format: DigestFormat?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("\(DigestHelp.output)", valueName: "FILE"),
        completion: .file())
    var output = "-"

    @Option(parsing: .singleValue, help: ArgumentHelp("\(DigestHelp.send)", valueName: "SINK"))
    var send: [String] = []

    @Option(
        help: ArgumentHelp("\(PolicyHelp.sinks)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var sinks: String?

    @Option(help: ArgumentHelp("\(PolicyHelp.store)", valueName: "FILE"), completion: .file())
    var store: String?

    @Option(
        help: ArgumentHelp("\(PolicyHelp.networks)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var networks: String?

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        if let sinks { settings.sinks = sinks }
        if let store { settings.incidents.store = store }
        if let networks { settings.networks = networks }
        guard let path = ledger ?? (settings.ledger.isEmpty ? nil : settings.ledger) else {
            throw .usage("\(DigestNotice.needsLedger)")
        }
        let sending = try DigestSending(to: send, settings, terminal.messages)
        let opened = try DigestDelivery.open(path)
        let latest = try latest(opened)
        let digest = try DigestDelivery.digest(opened, run ?? latest)
        let format = format ?? DigestFormat(suffixOf: output) ?? .text
        try DigestDelivery.write(digest, DigestDelivery.File(path: output, format: format), terminal)
        try sending.send(opened, run: digest.run.number, settings, terminal.messages)
        return .nothingFound
    }

    /// The latest run that is finished; nil where none is.
    private func latest(_ ledger: ScanLedger) throws(CommandError) -> Int64? {
        do throws(LedgerError) {
            return try ledger.lastFinishedRun?.number
        } catch {
            throw .ledger(error)
        }
    }
}
