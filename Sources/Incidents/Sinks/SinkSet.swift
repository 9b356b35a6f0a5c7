/// All receivers of events, each with a thread of its own.
public final class SinkSet: Sendable {
    private let runners: [SinkRunner]

    /// Receivers that are not spoken to yet. Their names tell them apart in the outbox. `notice` is called on the thread
    /// of the receiver that it is about. Throws what is wrong in a configuration, or the name that two of them have.
    public init(
        _ configurations: [SinkConfiguration], outbox: any Outbox, context: SinkContext,
        pacing: SinkPacing = SinkPacing(), notice: @escaping @Sendable (SinkNotice) -> Void = { _ in }
    ) throws(SinkConfigurationError) {
        var names: Set<String> = []
        for configuration in configurations {
            try configuration.validate()
            guard names.insert(configuration.name).inserted else {
                throw SinkConfigurationError(key: "id", reason: .badName)
            }
        }
        runners = configurations.map {
            SinkRunner($0, outbox: outbox, context: context, pacing: pacing, notice: notice)
        }
    }

    /// The names of all receivers, for the outbox, in the order of their configuration.
    public var names: [String] { runners.map(\.configuration.name) }

    /// Starts their threads. To be called once.
    public func start() {
        for runner in runners { runner.start() }
    }

    /// New events are in the outbox. Never waits.
    public func wake() {
        for runner in runners { runner.wake() }
    }

    /// Lets each send what waits, and ends them all, within a number of seconds in all; false when some had not ended by
    /// then. What was not sent stays in the outbox.
    @discardableResult
    public func stop(within seconds: Double) -> Bool {
        let moment = ContinuousClock.now + .seconds(seconds)
        for runner in runners { runner.requestStop(by: moment) }
        return runners.reduce(true) { $1.awaitEnd(until: moment) && $0 }
    }

    /// What each has done, in the order of their configuration.
    public var statuses: [SinkStatus] { runners.map(\.status) }
}
