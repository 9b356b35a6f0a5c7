import ArgumentParser
import Capture

/// Options that only `live` has; each overrides a key of the configuration.
struct LiveOptions: ParsableArguments {
    @Option(
        name: [.customShort("i"), .long], parsing: .singleValue,
        help: ArgumentHelp("\(LiveHelp.interface)", valueName: "NAME"))
    var interface: [String] = []

    @Option(help: ArgumentHelp("\(LiveHelp.filter)", valueName: "BPF"))
    var filter: String?

    @Option(help: ArgumentHelp("\(LiveHelp.snaplen)", valueName: "BYTES"))
    var snaplen: Int?

    @Option(help: ArgumentHelp("\(LiveHelp.buffer)", valueName: "MIB"))
    var buffer: Int?

    @Flag(inversion: .prefixedNo, help: ArgumentHelp("\(LiveHelp.promiscuous)"))
    var promiscuous: Bool?

    @Option(help: ArgumentHelp("\(LiveHelp.captureThreads)", valueName: "N"))
    var captureThreads: Int?

    @Option(help: ArgumentHelp("\(LiveHelp.workers)", valueName: "N"))
    var workers: Int?

    @Option(help: ArgumentHelp("\(LiveHelp.record)", valueName: "DIR"), completion: .directory)
    var record: String?

    @Option(help: ArgumentHelp("\(LiveHelp.recordLimit)", valueName: "MIB"))
    var recordLimit: Int?

    @Option(help: ArgumentHelp("\(LiveHelp.recordCompression)"))
    var recordCompression: RecordingConfiguration.Compression?

    @Option(help: ArgumentHelp("\(LiveHelp.user)", valueName: "NAME"))
    var user: String?

    @Option(help: ArgumentHelp("\(LiveHelp.metrics)", valueName: "ADDRESS"))
    var metrics: String?

    @Flag(help: ArgumentHelp("\(LiveHelp.watchRules)"))
    var watchRules = false

    @Option(help: ArgumentHelp("\(LiveHelp.duration)", valueName: "SECONDS"))
    var duration: Int?

    /// Puts what was given over settings.
    func apply(to live: inout LiveSettings) {
        if !interface.isEmpty { live.interfaces = interface }
        if let filter { live.filter = filter }
        if let snaplen { live.capture.snaplen = snaplen }
        if let buffer { live.capture.bufferSize = max(1, min(buffer, 1 << 20)) << 20 }
        if let promiscuous { live.capture.isPromiscuous = promiscuous }
        if let captureThreads { live.captureThreads = captureThreads }
        if let workers { live.workers = workers }
        if let record { live.recordingFolder = record }
        if let recordLimit { live.recordingLimit = max(0, min(recordLimit, 1 << 30)) << 20 }
        if let recordCompression { live.recordingCompression = recordCompression }
        if let user { live.user = user }
        if let metrics { live.metrics = metrics }
        if watchRules { live.watchesRules = true }
        if let duration { live.duration = duration }
    }
}

extension RecordingConfiguration.Compression: ExpressibleByArgument {}
