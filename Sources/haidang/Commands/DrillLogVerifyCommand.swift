import ArgumentParser
import Drills

/// `haidang drill log verify`: whether a logbook is as it was written.
struct DrillLogVerifyCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: "\(LogbookHelp.verify)",
            discussion: "\(LogbookHelp.verifyDetail)")
    }

    @Argument(help: ArgumentHelp("\(LogbookOption.file)", valueName: "FILE"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("\(LogbookOption.anchor)", valueName: "SHA256"))
    var anchor: String?

    @Flag(help: ArgumentHelp("\(LogbookOption.jsonVerify)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let logbook: LogbookChain
        do throws(LogbookError) {
            logbook = try Logbook.read(file, anchor: anchor)
        } catch {
            throw .logbook(error)
        }
        if json {
            terminal.results.line(LogbookView.json(logbook, file).line)
        } else {
            LogbookView.tell(logbook, isAnchored: anchor != nil, terminal)
        }
        return logbook.isIntact ? .nothingFound : .found
    }
}
