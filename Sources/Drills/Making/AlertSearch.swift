import Capture
import NetTypes
import Scan
import Sensor

/// Has the engine find the alerts of a capture, where nobody gives them.
struct AlertSearch: FindingSink {
    private(set) var alerts = AlertList()

    private init() {}

    /// The alerts that an inspector with these rules finds.
    static func alerts(
        _ path: String, _ configuration: SensorConfiguration, _ rules: RuleSet?,
        _ shouldStop: () -> Bool
    ) throws(MakeError) -> AlertList {
        var search = AlertSearch()
        var inspector: Inspector
        do throws(RuleError) {
            inspector = try Inspector(configuration, rules: rules)
        } catch {
            throw .rules(error)
        }
        var isStopped = false
        do throws(CaptureError) {
            var savefile = try Savefile(path: path)
            let outcome = try Replay.run(&savefile, &inspector, &search) { _ in !shouldStop() }
            isStopped = outcome.stopped
        } catch {
            throw .capture(error)
        }
        if isStopped { throw .interrupted }
        return search.alerts
    }

    mutating func receive(_ finding: Finding) {
        if case .detection(let detection) = finding { alerts.add(detection) }
    }
}
