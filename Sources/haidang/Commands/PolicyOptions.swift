import ArgumentParser

/// Options that name files of data: whose networks there are, which detections are no alerts, and where incidents go.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("\(PolicyHelp.networks)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var networks: String?

    @Option(
        help: ArgumentHelp("\(PolicyHelp.suppressions)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var suppressions: String?

    @Option(help: ArgumentHelp("\(PolicyHelp.store)", valueName: "FILE"), completion: .file())
    var store: String?

    /// Puts what was given over settings.
    func apply(to settings: inout Settings) {
        if let networks { settings.networks = networks }
        if let suppressions { settings.suppressions = suppressions }
        if let store { settings.incidents.store = store }
    }
}
