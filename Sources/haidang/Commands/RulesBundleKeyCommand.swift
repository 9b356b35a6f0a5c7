import ArgumentParser
import Foundation
import Glibc
import NetTypes
import Rulebook

/// `haidang rules bundle key`: a new pair of keys to sign bundles with.
struct RulesBundleKeyCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "key", abstract: "\(RulesHelp.bundleKey)", discussion: "\(RulesHelp.bundleKeyDetail)"
        )
    }

    @Argument(help: ArgumentHelp("\(RulesHelp.keyName)", valueName: "NAME"), completion: .file())
    var name: String

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        guard let key = SigningKey.generate() else {
            throw .bundle(BundleFailure(path: name, error: .engine))
        }
        // Nobody else may ever read it, not even between its making and a change of its mode.
        let mask = umask(0o077)
        defer { _ = umask(mask) }
        try write(KeyText.text(key), to: name + ".key")
        _ = umask(mask)
        do throws(CommandError) {
            try write(KeyText.text(key.verifyingKey), to: name + ".pub")
        } catch {
            // A private half alone is of no use to anybody but a thief.
            try? FileManager.default.removeItem(atPath: name + ".key")
            throw error
        }
        terminal.results.line(
            "\(BundleText.keysWritten(privateKey: name + ".key", publicKey: name + ".pub"))")
        return .nothingFound
    }

    /// A file that is there already is left alone: it may be the only copy of a key.
    private func write(_ text: String, to path: String) throws(CommandError) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch {
            throw .cannotWrite(path: path, reason: SystemReason.text(of: error))
        }
    }
}
