import ArgumentParser
import Foundation
import NetTypes
import Rulebook

/// `haidang rules bundle create`: packs a folder of rules, and signs it if there is a key.
struct RulesBundleCreateCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "create", abstract: "\(RulesHelp.bundleCreate)")
    }

    @Argument(help: ArgumentHelp("\(RulesHelp.bundleFolder)", valueName: "DIR"), completion: .directory)
    var folder: String

    @Argument(help: ArgumentHelp("\(RulesHelp.bundleOutput)", valueName: "OUT.hdb"), completion: .file())
    var output: String

    @Option(help: ArgumentHelp("\(RulesHelp.author)", valueName: "NAME"))
    var author: String

    @Option(name: .customLong("version"), help: ArgumentHelp("\(RulesHelp.bundleVersion)", valueName: "TEXT"))
    var number: String

    @Option(help: ArgumentHelp("\(RulesHelp.bundleDate)", valueName: "DATE"))
    var date: RuleDate?

    @Option(help: ArgumentHelp("\(RulesHelp.privateKey)", valueName: "FILE"), completion: .file())
    var key: String?

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let signer = try key.map { path throws(CommandError) in try signingKey(path) }
        let bytes: [UInt8]
        do throws(BundleError) {
            bytes = try RuleBundle.create(
                folder: folder, version: number, author: author,
                date: (date ?? RuleDate(Day(of: .now))).description, key: signer)
        } catch {
            throw .bundle(BundleFailure(path: folder, error: error))
        }
        do {
            // A run that loads the old one while this is written sees the old one or the new one.
            try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw .cannotWrite(path: output, reason: SystemReason.text(of: error))
        }
        do throws(BundleError) {
            let bundle = try RuleBundle(bytes, trusting: signer?.verifyingKey)
            for text in BundleText.lines(of: bundle.manifest) { terminal.results.line("\(text)") }
        } catch {
            throw .bundle(BundleFailure(path: output, error: error))
        }
        if signer == nil { terminal.messages.warning(BundleText.isUnsigned) }
        return .nothingFound
    }

    private func signingKey(_ path: String) throws(CommandError) -> SigningKey {
        do throws(BundleError) {
            return try BundleFile.signingKey(path)
        } catch {
            throw .bundle(BundleFailure(path: path, error: error))
        }
    }
}
