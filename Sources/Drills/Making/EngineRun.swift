import NetTypes
import Scan
import Sensor

/// What the engine finds in frames that are in memory.
struct EngineRun: FindingSink {
    /// The detections, in order.
    private(set) var detections: [Detection] = []
    /// The flows that ended.
    private(set) var flows: [FlowRecord] = []
    private let look: ((Finding) -> Void)?

    private init(_ look: ((Finding) -> Void)?) {
        self.look = look
    }

    /// Inspects frames with rules; `look` sees every finding on the way.
    init(
        _ frames: [SliceFrame], _ configuration: SensorConfiguration, _ rules: RuleSet?,
        look: ((Finding) -> Void)? = nil
    ) throws(MakeError) {
        var run = EngineRun(look)
        do throws(RuleError) {
            var inspector = try Inspector(configuration, rules: rules)
            for frame in frames { inspector.inspect(frame.header, frame.bytes.span, &run) }
            inspector.finish(&run)
        } catch {
            throw .rules(error)
        }
        self = run
    }

    mutating func receive(_ finding: Finding) {
        look?(finding)
        switch finding {
        case .detection(let detection): detections.append(detection)
        case .flow(let flow): flows.append(flow)
        default: break
        }
    }
}
