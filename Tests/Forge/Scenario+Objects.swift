import NetTypes
import TestSupport

extension Scenario {
    /// The test string as a file, on each road that files are taken out of.
    static var objects: [Scenario] {
        ObjectRoad.allCases.map { Scenario("objects/\($0.rawValue)", $0.frames(.eicar)) }
    }

    /// A harmless file on all of these roads, one after the other.
    static var harmlessObjects: Scenario {
        var frames: [Frame] = []
        var start = Timestamp.scene
        for road in ObjectRoad.allCases {
            let more = road.frames(.harmless, start: start)
            start = more.reduce(start) { max($0, $1.header.timestamp) }.advanced(by: 1_000_000_000)
            frames += more
        }
        return Scenario("benign/objects-clean", frames.inArrivalOrder())
    }
}
