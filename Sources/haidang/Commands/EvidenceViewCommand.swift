import ArgumentParser
import Incidents
import NetTypes

/// `haidang evidence view`: what is in a case folder, and who had it; that somebody looked is entered, too.
struct EvidenceViewCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "view", abstract: "\(EvidenceHelp.view)")
    }

    @Argument(help: ArgumentHelp("\(EvidenceHelp.folder)", valueName: "DIR"), completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("\(EvidenceHelp.note)", valueName: "TEXT"))
    var note: String = ""

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let verdict: CaseVerdict
        do throws(EvidenceError) {
            // One who looks at a case that is broken has to see that, and leaves it as it is.
            let before = try CaseVerifier.verify(folder)
            if before.isIntact {
                try EvidenceFiles.log(folder, .viewed, detail: note, settings)
                verdict = try CaseVerifier.verify(folder)
            } else {
                verdict = before
                terminal.messages.warning(EvidenceText.notEntered)
            }
        } catch {
            throw .evidence(error)
        }
        if let manifest = verdict.manifest {
            terminal.write(CaseTable.files(manifest))
            for gap in manifest.missing { terminal.results.line("\(EvidenceText.missing(gap))") }
            terminal.results.line("")
        }
        terminal.write(CaseTable.custody(verdict.custody))
        terminal.results.line("")
        CaseTable.tell(verdict, isAnchored: false, terminal)
        return verdict.isIntact ? .nothingFound : .found
    }
}
