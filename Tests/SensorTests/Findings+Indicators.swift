import Capture
import NetTypes
import Scan
import Sensor
import TestSupport

extension Findings {
    /// The findings over frames in memory, with lists of indicators.
    static func of(_ frames: [Frame], _ rules: RuleSet?, indicators: IndicatorSet) throws -> Findings {
        var inspector = try Inspector(.small, rules: rules, indicators: indicators)
        var findings = Findings()
        for frame in frames { inspector.inspect(frame.header, frame.bytes.span, &findings) }
        inspector.finish(&findings)
        return findings
    }

    /// The findings of a replay of a savefile, with lists of indicators.
    static func of(savefile path: String, _ rules: RuleSet?, indicators: IndicatorSet) throws -> Findings {
        var savefile = try Savefile(path: path)
        var inspector = try Inspector(SensorConfiguration(), rules: rules, indicators: indicators)
        var findings = Findings()
        _ = try Replay.run(&savefile, &inspector, &findings)
        return findings
    }
}
