import ArgumentParser
import Foundation

/// The front door: language, signals, command line, then one command, and its exit code.
@main
enum Program {
    static func main() {
        Interruption.install()
        Language.current = .asked(
            arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)
        Foundation.exit(run().rawValue)
    }

    private static func run() -> ExitCode {
        var command: any ParsableCommand
        do {
            command = try HaiDang.parseAsRoot()
            guard let runnable = command as? any RunnableCommand else {
                try command.run()  // A command without a verb prints its help, by throwing.
                return .nothingFound
            }
            return perform(runnable)
        } catch {
            return answer(error)
        }
    }

    /// Runs a command and tells its errors.
    private static func perform(_ command: some RunnableCommand) -> ExitCode {
        let terminal = Terminal(quiet: command.common.quiet, noColor: command.common.noColor)
        let code: ExitCode
        do throws(CommandError) {
            let settings = try command.common.settings()
            if command.common.lang == nil, let language = settings.language { Language.current = language }
            code = try command.perform(terminal, settings)
        } catch {
            for sentence in error.sentences { terminal.messages.error(sentence) }
            code = ExitCode(error)
        }
        terminal.results.flush()
        guard let loss = terminal.results.loss else { return code }
        terminal.messages.error(ProblemText.resultsLost(reason: loss))
        return code == .nothingFound || code == .found ? .incomplete : code
    }

    /// Help, version and completion scripts are results; everything else the parser throws is wrong usage.
    private static func answer(_ error: any Error) -> ExitCode {
        let terminal = Terminal()
        if HaiDang.exitCode(for: error).isSuccess {
            let text = HaiDang.fullMessage(for: error)
            let isScript = text.hasPrefix("#") || text.hasPrefix("function ")
            terminal.results.line(isScript ? text : UsageText.help(text))
            terminal.results.flush()
            return terminal.results.loss == nil ? .nothingFound : .incomplete
        }
        terminal.messages.error(UsageText.error(HaiDang.message(for: error)))
        let usage = HaiDang.fullMessage(for: error).split(separator: "'")
        if let help = usage.last(where: { $0.hasPrefix("haidang ") && $0.hasSuffix("--help") }) {
            terminal.messages.note(ProblemText.seeHelp(command: String(help)))
        }
        return .usage
    }
}
