import NetTypes
import Scan

/// The bytes of a stream or datagram in one of our captures in which a rule hits.
struct DetectedStream {
    let label: String
    let kind: ScannedObject.Kind
    let direction: Direction
    let bytes: [UInt8]

    /// One for each rule: the shortest that it hits in, so that cutting it everywhere stays quick.
    static func all(_ rules: RuleSet) throws -> [DetectedStream] {
        var shortest: [String: DetectedStream] = [:]
        for scenario in try Repository.scenarios() {
            let path = "\(Repository.root)/captures/\(scenario)/traffic.pcap"
            let (findings, _) = try Findings.of(savefile: path, rules)
            for unit in try UnitCollector.units(of: path) {
                for detection in findings.detections
                where detection.flow.id == unit.flow && detection.direction == unit.direction {
                    let name = "\(detection.rule.name) in a \(unit.kind.rawValue)"
                    for piece in unit.pieces
                    where piece.count == Int(detection.object.size)
                        && piece.count < shortest[name]?.bytes.count ?? .max
                    {
                        shortest[name] = DetectedStream(
                            label: "\(detection.rule.name) of \(scenario)", kind: unit.kind,
                            direction: unit.direction, bytes: piece)
                    }
                }
            }
        }
        return shortest.sorted { $0.key < $1.key }.map(\.value)
    }
}
