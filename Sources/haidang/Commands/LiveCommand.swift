import ArgumentParser
import Foundation
import Incidents
import Rulebook
import Scan

/// `haidang live`: interfaces in, detections out, until it is told to end.
struct LiveCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "live", abstract: "\(LiveHelp.command)", discussion: "\(LiveHelp.detail)")
    }

    @OptionGroup var events: EventOptions
    @OptionGroup var policy: PolicyOptions

    @Flag(help: ArgumentHelp("\(LiveHelp.json)"))
    var json = false

    @Flag(help: ArgumentHelp("\(HelpText.exitZero)"))
    var exitZero = false

    @OptionGroup var live: LiveOptions
    @OptionGroup var engine: EngineOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        var settings = overridden(settings)
        try settings.loadNetworks()
        guard !settings.live.interfaces.isEmpty else { throw .usage("\(LiveText.noInterface)") }
        Interruption.installRequests()
        let places = try RuleFolder.paths(of: settings)
        let (ruleSet, problems) = try RuleLoading.loadForRun(places, settings, terminal.messages)
        let alertPolicy = try settings.loadPolicy(terminal.messages)
        let indicators = try IndicatorLoading.load(settings, terminal.messages)
        let parts = try LiveParts.open(settings, ruleSet, indicators?.set, terminal.messages)
        let run = LiveRun(parts, settings, ruleSet, places: places, terminal, json: json)
        run.policy = alertPolicy
        let outcome = try run.run()
        return run.tell(outcome, rulesLeftOut: problems.count { $0.isError }, exitZero: exitZero)
    }

    /// The settings with what the command line says put over them.
    private func overridden(_ settings: Settings) -> Settings {
        var settings = settings
        engine.apply(to: &settings)
        live.apply(to: &settings.live)
        events.apply(to: &settings)
        policy.apply(to: &settings)
        return settings
    }
}
