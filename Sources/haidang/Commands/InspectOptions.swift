import ArgumentParser
import Scan

/// Options of every `inspect` command.
struct InspectOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("\(HelpText.inspectFiles)", valueName: "FILE"), completion: .file())
    var files: [String]

    @Flag(exclusivity: .exclusive)
    var format: InspectFormat?

    @OptionGroup var engine: EngineOptions

    /// Runs the engine over the files and prints a view of it.
    func run(
        _ view: InspectView, _ terminal: Terminal, _ settings: Settings, folder: ObjectFolder? = nil
    ) throws(CommandError) -> ExitCode {
        var settings = settings
        engine.apply(to: &settings)
        try settings.loadNetworks()
        var run = InspectRun(view, settings.sensor, folder: folder)
        var writer = InspectWriter(view, format, terminal)
        do throws(RuleError) {
            return try run.read(files, &writer, terminal)
        } catch {
            throw .rules(error)
        }
    }
}
