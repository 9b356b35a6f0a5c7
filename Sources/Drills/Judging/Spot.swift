import NetTypes

/// All detections of one rule in one direction of one flow: the same bytes may be found in a stream and in the objects that
/// it carried, and are one finding.
struct Spot: Equatable, Sendable {
    /// The earliest of them.
    let first: LoggedDetection
    /// All of them, by time.
    private(set) var detections: [LoggedDetection]

    /// The spots of some detections, by their earliest time, then by rule and flow.
    static func all(_ detections: [LoggedDetection]) -> [Spot] {
        var places: [Key: Int] = [:]
        var spots: [Spot] = []
        for detection in detections.sorted(by: isEarlier) {
            let key = Key(rule: detection.rule, flow: detection.flowID, direction: detection.direction)
            if let place = places[key] {
                spots[place].detections.append(detection)
            } else {
                places[key] = spots.count
                spots.append(Spot(first: detection, detections: [detection]))
            }
        }
        return spots
    }

    private struct Key: Hashable {
        let rule: String
        let flow: UInt64
        let direction: Direction
    }

    private static func isEarlier(_ left: LoggedDetection, _ right: LoggedDetection) -> Bool {
        if left.time != right.time { return left.time < right.time }
        if left.rule != right.rule { return left.rule < right.rule }
        if left.flowID != right.flowID { return left.flowID < right.flowID }
        return left.packets.lowerBound < right.packets.lowerBound
    }

    /// The earliest detection that meets a pattern; nil where none does. `anyObject` asks for the same bytes wherever they
    /// were found.
    func meeting(_ pattern: DetectionPattern, anyObject: Bool = false) -> LoggedDetection? {
        guard pattern.rule.map({ $0 == first.rule }) ?? true,
            pattern.category.map({ $0 == first.category }) ?? true,
            pattern.mayBe(in: first.client, first.server),
            pattern.direction.map({ $0 == first.direction }) ?? true
        else { return nil }
        guard let kind = pattern.object, !anyObject else { return first }
        return detections.first { $0.object == kind }
    }
}
