import ArgumentParser
import Foundation
import Incidents

/// `haidang evidence key`: a new pair of keys to seal objects with.
struct EvidenceKeyCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "key", abstract: "\(EvidenceHelp.key)", discussion: "\(EvidenceHelp.keyDetail)")
    }

    @Argument(help: ArgumentHelp("\(RulesHelp.keyName)", valueName: "NAME"), completion: .file())
    var name: String

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let key: EvidenceSecretKey
        do throws(EvidenceError) {
            key = try EvidenceSecretKey.generate()
        } catch {
            throw .evidence(error)
        }
        try EvidenceFiles.writePrivately(Array(key.text.utf8), name + ".key")
        do {
            try Data(key.publicKey.text.utf8).write(
                to: URL(fileURLWithPath: name + ".pub"), options: .withoutOverwriting)
        } catch {
            // A secret half alone is of no use to anybody but a thief.
            try? FileManager.default.removeItem(atPath: name + ".key")
            throw .cannotWrite(path: name + ".pub", reason: SystemReason.text(of: error))
        }
        terminal.results.line(
            "\(EvidenceText.keysWritten(secretKey: name + ".key", publicKey: name + ".pub"))")
        return .nothingFound
    }
}
