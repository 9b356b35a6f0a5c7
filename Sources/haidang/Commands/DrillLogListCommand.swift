import ArgumentParser
import Drills

/// `haidang drill log list`: the entries of a logbook.
struct DrillLogListCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: "\(LogbookHelp.list)")
    }

    @Argument(help: ArgumentHelp("\(LogbookOption.file)", valueName: "FILE"), completion: .file())
    var file: String

    @Flag(help: ArgumentHelp("\(LogbookOption.json)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let logbook: LogbookChain
        do throws(LogbookError) {
            logbook = try Logbook.read(file)
        } catch {
            throw .logbook(error)
        }
        if json {
            for entry in logbook.entries { terminal.results.line(LogbookView.json(entry, logbook).line) }
        } else {
            terminal.write(LogbookView.table(logbook))
        }
        LogbookView.tell(logbook.notices, terminal)
        for fault in logbook.faults { terminal.messages.warning(LogbookText.fault(fault)) }
        return logbook.isIntact ? .nothingFound : .found
    }
}
