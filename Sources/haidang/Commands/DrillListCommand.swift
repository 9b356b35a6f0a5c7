import ArgumentParser
import Drills

/// `haidang drill list`: the drills of some folders.
struct DrillListCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: "\(DrillHelp.list)")
    }

    @Argument(help: ArgumentHelp("\(DrillHelp.drills)", valueName: "PATH"), completion: .file())
    var paths: [String] = ["captures"]

    @Flag(help: ArgumentHelp("\(DrillOption.json)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var table = Table(
            [DrillHeading.path, .injects, .points, .title].map(\.description), fold: 3)
        var isSound = true
        for file in try DrillLoading.files(under: paths) {
            do throws(CommandError) {
                let drill = try DrillFile.load(file)
                if json {
                    terminal.results.line(Self.json(drill))
                } else {
                    table.add([
                        .foreign(drill.folder, tone: .strong), Cell(drill.injects.count),
                        Cell(number: SpanText.points(drill.maximum)), .foreign(drill.title.text(.current)),
                    ])
                }
            } catch {
                for sentence in error.sentences { terminal.messages.error(sentence) }
                isSound = false
            }
        }
        if !table.isEmpty { terminal.write(table) }
        return isSound ? .nothingFound : .usage
    }

    private static func json(_ drill: Drill) -> String {
        JSONValue.object([
            ("path", .text(drill.folder)), ("title", .text(drill.title.english)),
            ("title_vi", .text(drill.title.vietnamese)), ("captures", .count(drill.captures.count)),
            ("injects", .count(drill.injects.count)),
            ("maximum", .decimal(Int64(drill.maximum), places: 2)),
        ]).line
    }
}
