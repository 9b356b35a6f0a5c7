import ArgumentParser
import Foundation
import Incidents
import NetTypes

/// `haidang report`: the papers that a law asks for, filled in with what is known.
struct ReportCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report", abstract: "\(ReportText.command)",
            discussion: "\(ReportText.commandDetail)")
    }

    @Argument(help: ArgumentHelp("\(ReportText.form)", valueName: "FORM"))
    var form: String?

    @Option(help: ArgumentHelp("\(ReportText.incident)", valueName: "ID"))
    var incident: IncidentID?

    @Option(help: ArgumentHelp("\(ReportText.profile)", valueName: "PROFILE"))
    var profile: String?

    @Option(help: ArgumentHelp("\(ReportText.from)", valueName: "DAY"))
    var from: Day?

    @Option(help: ArgumentHelp("\(ReportText.to)", valueName: "DAY"))
    var to: Day?

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("\(ReportText.set)", valueName: "KEY=TEXT"))
    var answers: [String] = []

    @Option(
        name: .customLong("answers"), help: ArgumentHelp("\(ReportText.answers)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var answersFile: String?

    @Option(help: ArgumentHelp("\(ReportText.output)", valueName: "FILE"), completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("\(ReportText.format)"))
    var format = ReportFormat.html

    @Option(help: ArgumentHelp("\(ReportText.forms)", valueName: "DIR"), completion: .directory)
    var forms: String?

    @Option(
        help: ArgumentHelp("\(ReportText.organisation)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var organisation: String?

    @Flag(help: ArgumentHelp("\(ReportText.list)"))
    var list = false

    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = settings
        if let forms { settings.forms = forms }
        if let organisation { settings.organisation = organisation }
        let profiles = try FormFolder.open(settings).profiles()
        if list {
            FormList(profiles: profiles).write(terminal, format)
            return .nothingFound
        }
        guard let form else { throw .usage("\(ReportText.needsForm)") }
        guard (from == nil) == (to == nil) else { throw .usage("\(ReportText.needsBothDays)") }
        var request = ReportRequest(form: form)
        request.profile = profile
        request.incident = incident
        if let from, let to { request.days = (from, to) }
        request.answers = answers
        request.answersFile = answersFile
        let language: ReportLanguage = Language.current == .vietnamese ? .vietnamese : .english
        let incidents = incidents
        let report = try request.report(
            from: { () throws(CommandError) in StoredIncidents(store: try incidents.open(settings, terminal))
            },
            profiles: profiles,
            organisation: try OrganisationFile.load(settings.organisation), language: language, now: .now)
        let code = try write(report, terminal)
        if let incident { try incidents.open(settings, terminal).enter(.reported, incident, detail: form) }
        return code
    }

    /// Writes the report and says what is missing. One that misses something is not complete, and the exit code says so.
    private func write(_ report: Report, _ terminal: Terminal) throws(CommandError) -> ExitCode {
        let text = format == .html ? report.html : report.json
        if let output {
            do {
                try Data((text + (format == .json ? "\n" : "")).utf8)
                    .write(to: URL(fileURLWithPath: output), options: .atomic)
            } catch {
                let reason = SystemReason.text((error as NSError).posixCode)
                throw .cannotWrite(path: output, reason: reason)
            }
        } else {
            terminal.results.line(text)
        }
        for warning in report.warnings { terminal.messages.warning(ReportNotice.warning(warning)) }
        for field in report.missing {
            terminal.messages.warning(ReportNotice.missing(key: field.key, label: field.label))
        }
        return report.missing.isEmpty ? .nothingFound : .incomplete
    }
}

extension NSError {
    /// The system's error number below an error of Foundation; that of input and output where there is none.
    fileprivate var posixCode: Int32 {
        if domain == NSPOSIXErrorDomain { return Int32(clamping: code) }
        return (userInfo[NSUnderlyingErrorKey] as? NSError)?.posixCode ?? EIO
    }
}

extension IncidentID: ExpressibleByArgument {
    /// An identifier from the command line.
    public init?(argument: String) { self.init(argument) }
}

extension Day: ExpressibleByArgument {
    /// A day from the command line.
    public init?(argument: String) { self.init(argument) }
}
