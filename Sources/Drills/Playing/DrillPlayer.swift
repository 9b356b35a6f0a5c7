import Capture
import NetTypes
import Scan
import Sensor

/// Plays what is on the stage through the real engine: the pipeline of a live run, with a savefile that waits for its time
/// in place of an interface.
public struct DrillPlayer {
    private let traffic: StagedTraffic
    private let sensor: SensorConfiguration
    private let rules: RuleSet?
    private let indicators: IndicatorSet?
    private let workers: Int

    /// Milliseconds between two calls of `turn` while no finding comes.
    private static let attention = 50

    /// A player of some traffic with so many workers, from 1.
    public init(
        _ traffic: StagedTraffic, _ sensor: SensorConfiguration, rules: RuleSet?, indicators: IndicatorSet?,
        workers: Int
    ) {
        self.traffic = traffic
        self.sensor = sensor
        self.rules = rules
        self.indicators = indicators
        self.workers = workers
    }

    /// Plays all of it, or what there is until the clock stops. Findings come to `receive` on the calling thread, in the order
    /// in which workers sent them; `turn` is called between them, several times a second. `now` is the clock on the wall.
    public func play(
        _ clock: PlayClock, now: @escaping @Sendable () -> Timestamp, receive: (Finding) -> Void,
        turn: () -> Void
    ) throws(DrillError) -> LiveStatistics {
        var configuration = PipelineConfiguration()
        configuration.workers = workers
        configuration.isPatient = true
        let pipeline = Pipeline(configuration, sensor, rules: rules, indicators: indicators, now: now)
        do throws(CaptureError) {
            pipeline.add(try Savefile(path: traffic.path), name: traffic.path, gate: clock.gate)
        } catch {
            throw .capture(error)
        }
        do throws(PipelineError) {
            try pipeline.start()
        } catch {
            throw .noThreads
        }
        clock.begin()
        while !pipeline.isFinished {
            pipeline.mailbox.wait(milliseconds: Self.attention)
            for finding in pipeline.mailbox.take() { receive(finding) }
            turn()
        }
        pipeline.join()
        for finding in pipeline.mailbox.take() { receive(finding) }
        turn()
        return pipeline.statistics
    }
}
