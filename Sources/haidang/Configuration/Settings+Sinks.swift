import Incidents

extension Settings {
    /// Reads the list of receivers of events, where the settings name one, and tells which secrets others can read.
    func loadSinks(_ messages: Messages) throws(CommandError) -> [SinkConfiguration] {
        guard !sinks.isEmpty else { return [] }
        let configurations = try SinkFile.load(sinks)
        for configuration in configurations {
            for file in configuration.secretFiles where SecretFile.isOpenToOthers(file) {
                messages.warning(SinkText.openSecret(sink: configuration.name, file: file))
            }
        }
        return configurations
    }

    /// What sinks say of this sensor, with mails in the language of this process.
    var sinkContext: SinkContext {
        SinkContext(host: host, version: Version.number) { MailWord(field: $0).description }
    }
}
