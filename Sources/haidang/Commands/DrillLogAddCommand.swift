import ArgumentParser
import Drills
import Foundation
import NetTypes

/// `haidang drill log add`: enters one action.
struct DrillLogAddCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: "\(LogbookHelp.add)", discussion: "\(LogbookHelp.addDetail)")
    }

    @Argument(help: ArgumentHelp("\(LogbookHelp.file)", valueName: "FILE"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("\(LogbookHelp.at)", valueName: "TIME"))
    var at: String

    @Option(help: ArgumentHelp("\(LogbookHelp.until)", valueName: "TIME"))
    var until: String = ""

    @Option(help: ArgumentHelp("\(LogbookHelp.title)", valueName: "TEXT"))
    var title: String

    @Option(parsing: .upToNextOption, help: ArgumentHelp("\(LogbookHelp.from)", valueName: "ADDR"))
    var from: [String]

    @Option(parsing: .upToNextOption, help: ArgumentHelp("\(LogbookHelp.to)", valueName: "ADDR"))
    var to: [String]

    @Option(help: ArgumentHelp("\(LogbookHelp.port)", valueName: "PORT"))
    var port: String = ""

    @Option(help: ArgumentHelp("\(LogbookHelp.technique)", valueName: "ID"))
    var technique: String = ""

    @Option(help: ArgumentHelp("\(LogbookHelp.result)"))
    var result: ClaimedResult = .unknown

    @Option(help: ArgumentHelp("\(LogbookHelp.evidence)", valueName: "FILE"), completion: .file())
    var evidence: [String] = []

    @Option(help: ArgumentHelp("\(LogbookHelp.evidenceText)", valueName: "TEXT"))
    var evidenceText: [String] = []

    @Option(help: ArgumentHelp("\(LogbookHelp.team)", valueName: "NAME"))
    var team: String = ""

    @Option(help: ArgumentHelp("\(LogbookHelp.corrects)", valueName: "N"))
    var corrects: Int?

    @Option(name: .customLong("as"), help: ArgumentHelp("\(LogbookHelp.person)", valueName: "NAME"))
    var person: String?

    @Option(help: ArgumentHelp("\(LogbookHelp.note)", valueName: "TEXT"))
    var note: String = ""

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let added: Logbook.Added
        do throws(LogbookError) {
            added = try Logbook.append(
                [Logbook.Draft(try action(), corrects: corrects)], to: file,
                person: person ?? Person.current, now: .now)
        } catch {
            throw .logbook(error)
        }
        LogbookView.tell(added.notices, terminal)
        for entry in added.entries {
            terminal.results.line("\(LogbookText.added(entry.number))")
            terminal.results.line("\(LogbookText.keepThis(entry.hash))")
        }
        return .nothingFound
    }

    private func action() throws(LogbookError) -> LogbookAction {
        let fields = ActionFields(
            time: at, until: until, title: title, from: from, to: to, port: port, technique: technique,
            result: result.rawValue, team: team, note: note)
        var action: LogbookAction
        do throws(ActionProblem) {
            action = try fields.read(in: .current)
        } catch {
            throw .badAction(error)
        }
        action.evidence = evidenceText.map { .text($0) }
        for path in evidence { action.evidence.append(try EvidenceFile.read(path)) }
        return action
    }
}

extension ClaimedResult: ExpressibleByArgument {}
