import ArgumentParser
import Foundation

/// `haidang doctor`: what on this machine would keep the program from working.
struct DoctorCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "doctor", abstract: "\(HelpText.doctor)")
    }

    @Flag(help: ArgumentHelp("\(HelpText.configurationReference)", visibility: .hidden))
    var configurationReference = false

    @Flag(help: ArgumentHelp("\(HelpText.nightly)"))
    var nightly = false

    @Option(help: ArgumentHelp("\(LedgerHelp.ledger)", valueName: "FILE"), completion: .file())
    var ledger: String?

    @Argument(help: ArgumentHelp("\(HelpText.nightPaths)", valueName: "PATH"), completion: .file())
    var paths: [String] = []

    @Flag(help: ArgumentHelp("\(HelpText.jsonChecks)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !nightly, ledger != nil || !paths.isEmpty {
            throw ValidationError("\(NightText.needsNightly)")
        }
    }

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        if configurationReference {
            // The page ends with a line end of its own.
            terminal.results.line(String(ConfigurationReference.page.dropLast()))
            return .nothingFound
        }
        // Machines are spoken to in one language, whatever the locale.
        if json { Language.current = .english }
        let doctor = Doctor(
            settings: settings, configurationFile: common.config,
            environment: ProcessInfo.processInfo.environment)
        let diagnoses = nightly ? doctor.examine(night(settings)) : doctor.examine()
        let failures = diagnoses.filter { $0.condition == .failure }
        let warnings = diagnoses.count { $0.condition == .warning }
        let code = failures.first?.code ?? .nothingFound
        if json {
            for diagnosis in diagnoses { terminal.results.line(diagnosis.json.line) }
            let summary: [(String, JSONValue)] = [
                ("event_type", .text("summary")), ("warnings", .count(warnings)),
                ("failures", .count(failures.count)), ("exit_code", .number(Int64(code.rawValue))),
            ]
            terminal.results.line(JSONValue.object(summary).line)
            return code
        }
        for diagnosis in diagnoses { tell(diagnosis, terminal) }
        terminal.results.line("\(DoctorText.verdict(warnings: warnings, failures: failures.count))")
        return code
    }

    private func night(_ settings: Settings) -> NightDoctor {
        NightDoctor(
            settings: settings, ledger: ledger ?? settings.ledger, paths: paths, machine: .current())
    }

    private func tell(_ diagnosis: Diagnosis, _ terminal: Terminal) {
        let tone: Palette.Tone =
            switch diagnosis.condition {
            case .ok: .calm
            case .note: .strong
            case .warning: .caution
            case .failure: .alarm
            }
        let mark = terminal.palette.paint(diagnosis.condition.rawValue.padded(to: 4), tone)
        terminal.results.line("\(mark)  \(diagnosis.subject): \(diagnosis.detail)")
        if let remedy = diagnosis.remedy { terminal.results.line("      → \(remedy)") }
    }
}

extension String {
    /// The text with spaces behind it, at least `count` characters long.
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
