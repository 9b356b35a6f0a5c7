import ArgumentParser
import Drills

/// `haidang drill log match`: what a sensor made of the actions of a logbook.
struct DrillLogMatchCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "match", abstract: "\(LogbookHelp.match)",
            discussion: "\(LogbookHelp.matchDetail)")
    }

    @Argument(help: ArgumentHelp("\(LogbookOption.file)", valueName: "FILE"), completion: .file())
    var file: String

    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("\(LogbookOption.events)", valueName: "EVE"),
        completion: .file(extensions: ["json"]))
    var events: [String]

    @Option(help: ArgumentHelp("\(LogbookOption.within)", valueName: "SPAN"))
    var within: WaitingSpan?

    @Flag(help: ArgumentHelp("\(LogbookOption.json)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let match: LogbookMatch
        do throws(LogbookError) {
            let logbook = try Logbook.read(file)
            if let fault = logbook.faults.first { throw .broken(path: file, line: fault.line) }
            LogbookView.tell(logbook.notices, terminal)
            var matcher = ActionMatcher(logbook, within: within?.duration ?? .seconds(600))
            for path in events {
                try matcher.read(path) { Interruption.signal != nil }
            }
            match = matcher.result
        } catch {
            throw .logbook(error)
        }
        if let signal = Interruption.signal { return ExitCode(signal: signal) }
        if json {
            MatchView.json(match, terminal)
        } else {
            MatchView.tell(match, terminal)
        }
        if match.account.bad + match.account.tooLong > 0 { return .incomplete }
        return match.actions.allSatisfy(\.isDetected) ? .nothingFound : .found
    }
}
