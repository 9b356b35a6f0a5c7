import NetTypes

/// All detections of one rule in one direction of one flow: the same bytes may be found in a stream and in the objects that
/// it carried, and are one finding.
struct Spot: Equatable, Sendable {
    /// The earliest of them.
    let first: Sighting
    /// All of them, by time.
    private(set) var sightings: [Sighting]

    /// The spots of some detections, by their earliest time, then by rule and flow.
    static func all(_ sightings: [Sighting]) -> [Spot] {
        var places: [Key: Int] = [:]
        var spots: [Spot] = []
        for sighting in sightings.sorted(by: isEarlier) {
            let key = Key(rule: sighting.rule, flow: sighting.flowID, direction: sighting.direction)
            if let place = places[key] {
                spots[place].sightings.append(sighting)
            } else {
                places[key] = spots.count
                spots.append(Spot(first: sighting, sightings: [sighting]))
            }
        }
        return spots
    }

    private struct Key: Hashable {
        let rule: String
        let flow: UInt64
        let direction: Direction
    }

    private static func isEarlier(_ left: Sighting, _ right: Sighting) -> Bool {
        if left.time != right.time { return left.time < right.time }
        if left.rule != right.rule { return left.rule < right.rule }
        if left.flowID != right.flowID { return left.flowID < right.flowID }
        return left.packets.lowerBound < right.packets.lowerBound
    }

    /// The earliest detection that meets a pattern; nil where none does. `anyObject` asks for the same bytes wherever they
    /// were found.
    func meeting(_ pattern: DetectionPattern, anyObject: Bool = false) -> Sighting? {
        guard pattern.rule.map({ $0 == first.rule }) ?? true,
            pattern.category.map({ $0 == first.category }) ?? true,
            pattern.mayBe(in: first.client, first.server),
            pattern.direction.map({ $0 == first.direction }) ?? true
        else { return nil }
        guard let kind = pattern.object, !anyObject else { return first }
        return sightings.first { $0.object == kind }
    }
}
