import ArgumentParser
import Foundation

/// Options of the commands that scan: what with, and where events go.
struct EventOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("\(HelpText.rulesOption)", valueName: "PATH"),
        completion: .file())
    var rules: [String] = []

    @Option(help: ArgumentHelp("\(RulesHelp.rulesKey)", valueName: "PUB"), completion: .file())
    var rulesKey: String?
    @Option(help: ArgumentHelp("\(IndicatorText.option)", valueName: "PATH"), completion: .file())
    var ioc: [String] = []

    @Option(help: ArgumentHelp("\(HelpText.eventLog)", valueName: "FILE"), completion: .file())
    var eventLog: String?

    @Option(
        help: ArgumentHelp("\(PolicyHelp.sinks)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var sinks: String?

    @Option(help: ArgumentHelp("\(HelpText.host)", valueName: "NAME"))
    var host: String?

    /// Puts what was given over settings; a sensor without a name takes the machine's.
    func apply(to settings: inout Settings) {
        if !rules.isEmpty { settings.rules = rules }
        if let rulesKey { settings.rulesKey = rulesKey }
        if !ioc.isEmpty { settings.indicators = ioc }
        if let eventLog { settings.eventLog = eventLog }
        if let sinks { settings.sinks = sinks }
        if let host { settings.host = host }
        if settings.host.isEmpty { settings.host = ProcessInfo.processInfo.hostName }
    }
}
