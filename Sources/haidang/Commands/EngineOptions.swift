import ArgumentParser
import Flow
import Sensor

/// Options of every command that reads savefiles.
struct EngineOptions: ParsableArguments {
    @Option(help: ArgumentHelp("\(HelpText.checksums)"))
    var checksums: ChecksumPolicy?

    /// Puts what was given over settings.
    func apply(to settings: inout Settings) {
        if let checksums { settings.sensor.flow.checksums = checksums }
    }
}

extension ChecksumPolicy: ExpressibleByArgument {}
