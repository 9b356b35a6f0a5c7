import ArgumentParser
import Drills
import Incidents
import NetTypes

/// `haidang drill answer`: what a team says of an incident of a drill.
struct DrillAnswerCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "answer", abstract: "\(DrillHelp.answer)", discussion: "\(DrillHelp.answerDetail)")
    }

    @Argument(help: ArgumentHelp("\(IncidentHelp.id)", valueName: "ID"))
    var id: String

    @Option(help: ArgumentHelp("\(DrillOption.category)", valueName: "WORD"))
    var category: RuleCategory?

    @Option(help: ArgumentHelp("\(DrillOption.unit)", valueName: "ID"))
    var unit: String?

    @Option(help: ArgumentHelp("\(DrillOption.technique)", valueName: "T"))
    var technique: [String] = []

    @Option(help: ArgumentHelp("\(DrillOption.firstPacket)", valueName: "N"))
    var firstPacket: UInt64?

    @Option(name: .customLong("host"), help: ArgumentHelp("\(DrillOption.host)", valueName: "ADDRESS"))
    var hosts: [String] = []

    @OptionGroup var hand: HandOptions
    @OptionGroup var incidents: IncidentOptions
    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let answer = try answer()
        let store = try incidents.open(settings, terminal)
        guard store.isDrill else { throw .usage("\(DrillText.notADrillStore(store.path))") }
        let id = try IncidentOptions.find(id, in: store)
        let hand = try hand.hand()
        do throws(StoreError) {
            try store.log(.answered, id, detail: answer.detail, by: hand)
        } catch {
            throw .store(error)
        }
        terminal.messages.note(DrillText.answered(id))
        return .nothingFound
    }

    private func answer() throws(CommandError) -> TeamAnswer {
        var answer = TeamAnswer()
        answer.category = category?.rawValue
        answer.unit = unit
        for text in technique where AttackTechnique(text) == nil {
            throw .usage("\(DataProblem.badTechnique(text))")
        }
        for text in hosts where IPAddress(text) == nil {
            throw .usage("\(DataProblem.badAddress(key: "--host", text))")
        }
        answer.techniques = technique.isEmpty ? nil : technique
        answer.firstPacket = firstPacket
        answer.hosts = hosts.isEmpty ? nil : hosts
        if answer.isEmpty { throw .usage("\(DrillText.emptyAnswer)") }
        return answer
    }
}
