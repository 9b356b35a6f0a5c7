import ArgumentParser
import Drills
import Foundation
import NetTypes

/// `haidang drill log import`: enters the actions of a file, all or none.
struct DrillLogImportCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import", abstract: "\(LogbookHelp.importing)",
            discussion: "\(LogbookHelp.importingDetail)")
    }

    @Argument(help: ArgumentHelp("\(LogbookOption.file)", valueName: "FILE"), completion: .file())
    var file: String

    @Argument(
        help: ArgumentHelp("\(LogbookOption.table)", valueName: "CSV"), completion: .file(extensions: ["csv"])
    )
    var table: String

    @Option(name: .customLong("as"), help: ArgumentHelp("\(LogbookOption.person)", valueName: "NAME"))
    var person: String?

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let added: Logbook.Added
        do throws(LogbookError) {
            let (actions, sha256) = try LogbookImport.read(table, in: .current)
            let name = table.split(separator: "/").last.map(String.init) ?? table
            added = try Logbook.append(
                actions.map { Logbook.Draft($0) }, to: file, person: person ?? Person.current, now: .now,
                from: (name: name, sha256: sha256))
        } catch {
            throw .logbook(error)
        }
        LogbookView.tell(added.notices, terminal)
        terminal.results.line("\(LogbookText.imported(added.entries.count))")
        if let last = added.entries.last { terminal.results.line("\(LogbookText.keepThis(last.hash))") }
        return .nothingFound
    }
}
