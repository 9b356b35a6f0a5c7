import ArgumentParser
import Rulebook

/// `haidang rules bundle verify`: whether a bundle is whole, and by whom.
struct RulesBundleVerifyCommand: RunnableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "verify", abstract: "\(RulesHelp.bundleVerify)")
    }

    @Argument(help: ArgumentHelp("\(RulesHelp.bundleFile)", valueName: "FILE"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("\(RulesHelp.publicKey)", valueName: "PUB"), completion: .file())
    var key: String?

    @Flag(help: ArgumentHelp("\(RulesHelp.jsonManifest)"))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(_ terminal: Terminal, _ settings: Settings) throws(CommandError) -> ExitCode {
        let path = key ?? (settings.rulesKey.isEmpty ? nil : settings.rulesKey)
        let trusted = try path.map { path throws(CommandError) in try RulePlaces.verifyingKey(path) }
        let bundle: RuleBundle
        do throws(BundleError) {
            bundle = try BundleFile.read(file, trusting: trusted)
            try bundle.verifyRules()
        } catch {
            throw .bundle(BundleFailure(path: file, error: error))
        }
        if json {
            terminal.results.line(Self.json(bundle.manifest, isTrusted: trusted != nil).line)
            return .nothingFound
        }
        for text in BundleText.lines(of: bundle.manifest) { terminal.results.line("\(text)") }
        let verdict: BundleText =
            bundle.manifest.signer == nil ? .wholeUnsigned : trusted == nil ? .wholeUntrusted : .wholeTrusted
        terminal.results.line(
            terminal.palette.paint("\(verdict)", trusted == nil ? .caution : .calm))
        return .nothingFound
    }

    private static func json(_ manifest: BundleManifest, isTrusted: Bool) -> JSONValue {
        .object([
            ("version", .text(manifest.version)), ("author", .text(manifest.author)),
            ("date", .text(manifest.date)), ("ruleset_sha256", .text(manifest.ruleSet)),
            ("signed_by", manifest.signer.map { .text(BundleText.name(of: $0)) } ?? .null),
            ("trusted", .boolean(isTrusted)),
            (
                "files",
                .array(
                    manifest.entries.map { entry in
                        .object([
                            ("path", .text(entry.path)), ("size", .count(entry.size)),
                            ("sha256", .text(entry.sha256)),
                        ])
                    })
            ),
        ])
    }
}
