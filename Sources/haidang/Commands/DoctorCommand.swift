import ArgumentParser
import Foundation

/// `haidang doctor`: what on this machine would keep the program from working.
struct DoctorCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "doctor", abstract: "\(HelpText.doctor)")
    }

    @Flag(help: ArgumentHelp("\(HelpText.configurationReference)", visibility: .hidden))
    var configurationReference = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        if configurationReference {
            // The page ends with a line end of its own.
            terminal.results.line(String(ConfigurationReference.page.dropLast()))
            return .nothingFound
        }
        let doctor = Doctor(
            settings: settings, configurationFile: common.config,
            environment: ProcessInfo.processInfo.environment)
        let diagnoses = doctor.examine()
        for diagnosis in diagnoses {
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
        let failures = diagnoses.filter { $0.condition == .failure }
        let warnings = diagnoses.count { $0.condition == .warning }
        terminal.results.line("\(DoctorText.verdict(warnings: warnings, failures: failures.count))")
        return failures.first?.code ?? .nothingFound
    }
}

extension String {
    /// The text with spaces behind it, at least `count` characters long.
    fileprivate func padded(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
