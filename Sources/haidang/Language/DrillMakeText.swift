import Drills
import NetTypes

/// What is said of a drill that is made of a capture.
enum DrillMakeText: Text {
    /// The folder is there already.
    case exists(path: String)
    /// Files that cannot be used.
    case unreadable(path: String), shortKey(path: String, least: Int)
    /// The capture has to be read twice, so it cannot be standard input.
    case needsFile
    /// A time that is none.
    case badTime(String)
    /// Where the drill is, and what it is made of.
    case written(path: String), taken(frames: Int, of: UInt64), found(detections: Int, alerts: Int), replaced(
        addresses: Int)
    /// The capture ended before its end.
    case damaged(path: String, reason: String)
    /// A flow was left out, and what was lost with it.
    case dropped(DroppedFlow), lost(LostDetection)
    /// What a person should look at.
    case coincidences(Int), strangers([String])
    /// Why no drill was made.
    case noAlerts, nothingTaken, nothingFound, interrupted
    case tooLarge(limit: Int), tooManyAddresses(limit: Int), tooManyTexts(limit: Int), noKey(tries: Int)
    case unusableText(String), leak(String), losses(count: Int)

    /// The sentences about an error.
    static func sentences(_ error: MakeError) -> [String] {
        switch error {
        case .capture(let error): CommandError.capture(error).sentences
        case .rules(let error): CommandError.rules(error).sentences
        case .noAlerts: ["\(DrillMakeText.noAlerts)"]
        case .nothingTaken: ["\(DrillMakeText.nothingTaken)"]
        case .nothingFound: ["\(DrillMakeText.nothingFound)"]
        case .interrupted: ["\(DrillMakeText.interrupted)"]
        case .tooLarge(let limit): ["\(DrillMakeText.tooLarge(limit: limit))"]
        case .tooManyAddresses(let limit): ["\(DrillMakeText.tooManyAddresses(limit: limit))"]
        case .tooManyTexts(let limit): ["\(DrillMakeText.tooManyTexts(limit: limit))"]
        case .noKey(let tries): ["\(DrillMakeText.noKey(tries: tries))"]
        case .unusableText(let text): ["\(DrillMakeText.unusableText(text))"]
        case .leak(let place): ["\(DrillMakeText.leak(place))"]
        case .lost(let lost):
            ["\(DrillMakeText.losses(count: lost.count))"]
                + lost.prefix(mostLosses).map { "\(DrillMakeText.lost($0))" }
        }
    }

    /// Lost detections that are named.
    private static let mostLosses = 20

    /// A flow as its two ends and the protocol.
    static func ends(_ flow: DroppedFlow) -> String {
        EndpointText.end(flow.low, flow.transport) + " – " + EndpointText.end(flow.high, flow.transport) + " "
            + EndpointText.name(flow.transport)
    }
}
