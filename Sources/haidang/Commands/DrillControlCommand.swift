import ArgumentParser
import Drills

/// `haidang drill control`: tells a drill that is being played to stand still, to go on, to jump ahead.
struct DrillControlCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "control", abstract: "\(DrillHelp.control)", discussion: "\(DrillHelp.controlDetail)"
        )
    }

    @Argument(help: ArgumentHelp("\(DrillHelp.folder)", valueName: "FOLDER"), completion: .directory)
    var folder: String

    @Argument(help: ArgumentHelp("\(DrillHelp.order)", valueName: "ORDER"))
    var order: String

    @Argument(help: ArgumentHelp("\(DrillHelp.orderValue)", valueName: "VALUE"))
    var value: String?

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let folder = RunFolder(folder)
        _ = try folder.readRecord()
        guard let action = DrillOrder.Action(rawValue: order) else {
            throw .usage("\(DrillText.badOrder(order))")
        }
        var number = 0.0
        switch action {
        case .pace: number = try DrillPace.number(value ?? "")
        case .seek:
            guard let span = Duration(span: value ?? "") else {
                throw .usage("\(DrillText.badSpan(value ?? ""))")
            }
            number = Double(span.nanoseconds)
        case .pause, .resume, .stop:
            if let value { throw .usage("\(DrillText.badOrder(value))") }
        }
        try folder.write(action, number)
        terminal.messages.note(DrillText.ordered(action))
        return .nothingFound
    }
}
