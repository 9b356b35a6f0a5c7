import ArgumentParser
import Foundation
import Glibc
import Incidents

/// `haidang evidence open`: one sealed object, as it was. It may be harmful.
struct EvidenceOpenCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open", abstract: "\(EvidenceHelp.open)", discussion: "\(EvidenceHelp.openDetail)")
    }

    @Argument(help: ArgumentHelp("\(EvidenceHelp.folder)", valueName: "DIR"), completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("\(EvidenceHelp.secretKey)", valueName: "FILE"), completion: .file())
    var secretKey: String

    @Option(help: ArgumentHelp("\(EvidenceHelp.object)", valueName: "SHA256"))
    var object: String

    @Option(help: ArgumentHelp("\(EvidenceHelp.output)", valueName: "FILE"), completion: .file())
    var to: String

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        if FileManager.default.fileExists(atPath: to) {
            throw .cannotWrite(path: to, reason: SystemReason.text(EEXIST))
        }
        let content: [UInt8]
        do throws(EvidenceError) {
            let key = try EvidenceFiles.secretKey(secretKey)
            content = try CaseObject.open(object, in: folder, with: key)
            // First the line: nothing is handed out without a trace.
            try EvidenceFiles.log(folder, .opened, detail: object.lowercased(), settings)
        } catch {
            throw .evidence(error)
        }
        try EvidenceFiles.writePrivately(content, to)
        terminal.results.line("\(EvidenceText.opened(path: to, bytes: UInt64(content.count)))")
        return .nothingFound
    }
}
