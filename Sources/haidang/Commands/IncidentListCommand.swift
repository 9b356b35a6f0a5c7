import ArgumentParser
import Incidents
import NetTypes

/// `haidang incident list`.
struct IncidentListCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: "\(IncidentHelp.list)")
    }

    @Option(help: ArgumentHelp("\(IncidentHelp.status)"))
    var status: [IncidentStatus] = []

    @Option(help: ArgumentHelp("\(IncidentHelp.severity)", valueName: "1-4"))
    var severity: Int?

    @Option(help: ArgumentHelp("\(IncidentHelp.unit)", valueName: "UNIT"))
    var unit: String?

    @Option(help: ArgumentHelp("\(IncidentHelp.assigned)", valueName: "PERSON"))
    var assignee: String?

    @Option(help: ArgumentHelp("\(IncidentHelp.category)"))
    var category: RuleCategory?

    @Option(help: ArgumentHelp("\(IncidentHelp.rule)", valueName: "TEXT"))
    var rule: String?

    @Option(help: ArgumentHelp("\(IncidentHelp.from)", valueName: "DAY"))
    var from: String?

    @Option(help: ArgumentHelp("\(IncidentHelp.to)", valueName: "DAY"))
    var to: String?

    @Flag(help: ArgumentHelp("\(IncidentHelp.all)"))
    var all = false

    @Option(help: ArgumentHelp("\(IncidentHelp.limit)", valueName: "N"))
    var limit = 100

    @Flag(help: ArgumentHelp("\(IncidentHelp.json)"))
    var json = false

    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let filter = try filter()
        let store = try incidents.open(settings, terminal)
        do throws(StoreError) {
            let found = try store.incidents(filter)
            if json {
                let encoder = EventEncoder(settings)
                for incident in found {
                    var event = IncidentEvent(incident, change: .status)
                    event.isDrill = store.isDrill
                    terminal.results.line(encoder.line(event))
                }
            } else {
                if store.isDrill { terminal.results.line("\(DrillText.banner)") }
                let table = IncidentTable.table(found)
                if !table.isEmpty { terminal.write(table) }
                terminal.results.line("\(IncidentText.listed(found.count, of: try store.count(filter)))")
            }
            return .nothingFound
        } catch {
            throw .store(error)
        }
    }

    private func filter() throws(CommandError) -> IncidentFilter {
        if let severity, !(1...4).contains(severity) { throw .usage("\(RulesText.noSeverity(severity))") }
        var filter = IncidentFilter()
        filter.statuses = status.isEmpty && !all ? IncidentStatus.allCases.filter(\.isOpen) : status
        (filter.severity, filter.unit, filter.assignee) = (severity, unit, assignee)
        (filter.category, filter.rule, filter.includesMerged) = (category, rule, all)
        filter.from = try day(from)?.start
        filter.to = try day(to)?.end
        filter.limit = max(limit, 0)
        return filter
    }

    private func day(_ text: String?) throws(CommandError) -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else { throw .usage("\(IncidentText.badDay(text))") }
        return day
    }
}

extension IncidentStatus: ExpressibleByArgument {}
