import ArgumentParser

/// Options that name files of data: whose networks there are, and which detections are no alerts.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("\(PolicyHelp.networks)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var networks: String?

    @Option(
        help: ArgumentHelp("\(PolicyHelp.suppressions)", valueName: "FILE"),
        completion: .file(extensions: ["yml", "yaml"]))
    var suppressions: String?

    /// Puts what was given over settings.
    func apply(to settings: inout Settings) {
        if let networks { settings.networks = networks }
        if let suppressions { settings.suppressions = suppressions }
    }
}
