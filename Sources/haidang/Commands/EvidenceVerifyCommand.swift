import ArgumentParser
import Incidents

/// `haidang evidence verify`: whether a case folder is as it was exported.
struct EvidenceVerifyCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify", abstract: "\(EvidenceHelp.verify)",
            discussion: "\(EvidenceHelp.verifyDetail)")
    }

    @Argument(help: ArgumentHelp("\(EvidenceHelp.folder)", valueName: "DIR"), completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("\(EvidenceHelp.anchor)", valueName: "SHA256"))
    var anchor: String?

    @Flag(help: ArgumentHelp("\(EvidenceHelp.jsonVerify)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let verdict: CaseVerdict
        do throws(EvidenceError) {
            verdict = try CaseVerifier.verify(folder, anchor: anchor)
        } catch {
            throw .evidence(error)
        }
        if json {
            terminal.results.line(CaseTable.json(verdict, folder).line)
        } else {
            CaseTable.tell(verdict, isAnchored: anchor != nil, terminal)
        }
        return verdict.isIntact ? .nothingFound : .found
    }
}
