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

    @Argument(help: ArgumentHelp("\(LogbookOption.file)", valueName: "FILE"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("\(LogbookOption.at)", valueName: "TIME"))
    var at: String

    @Option(help: ArgumentHelp("\(LogbookOption.until)", valueName: "TIME"))
    var until: String = ""

    @Option(help: ArgumentHelp("\(LogbookOption.title)", valueName: "TEXT"))
    var title: String

    @Option(parsing: .upToNextOption, help: ArgumentHelp("\(LogbookOption.from)", valueName: "ADDR"))
    var from: [String]

    @Option(parsing: .upToNextOption, help: ArgumentHelp("\(LogbookOption.to)", valueName: "ADDR"))
    var to: [String]

    @Option(help: ArgumentHelp("\(LogbookOption.port)", valueName: "PORT"))
    var port: String = ""

    @Option(help: ArgumentHelp("\(LogbookOption.technique)", valueName: "ID"))
    var technique: String = ""

    @Option(help: ArgumentHelp("\(LogbookOption.result)"))
    var result: ClaimedResult = .unknown

    @Option(help: ArgumentHelp("\(LogbookOption.evidence)", valueName: "FILE"), completion: .file())
    var evidence: [String] = []

    @Option(help: ArgumentHelp("\(LogbookOption.evidenceText)", valueName: "TEXT"))
    var evidenceText: [String] = []

    @Option(help: ArgumentHelp("\(LogbookOption.team)", valueName: "NAME"))
    var team: String = ""

    @Option(help: ArgumentHelp("\(LogbookOption.corrects)", valueName: "N"))
    var corrects: Int?

    @Option(name: .customLong("as"), help: ArgumentHelp("\(LogbookOption.person)", valueName: "NAME"))
    var person: String?

    @Option(help: ArgumentHelp("\(LogbookOption.note)", valueName: "TEXT"))
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
