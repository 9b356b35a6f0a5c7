import Capture
import Foundation
import NetTypes
import Scan
import Sensor
import TestSupport

/// What the tests of made drills share.
enum DrillSamples {
    /// The folder of the repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// The frames of a savefile.
    static func frames(_ path: String) throws -> [Frame] {
        var frames: [Frame] = []
        var savefile = try Savefile(path: path)
        while try savefile.withNextFrame({ frames.append(Frame(header: $0, bytes: [UInt8](copying: $1))) }) {}
        return frames
    }

    /// The frames of a savefile in memory.
    static func frames(_ bytes: [UInt8]) throws -> [Frame] {
        let folder = try TestFolder(["traffic.pcapng": bytes])
        return try frames(folder.path + "/traffic.pcapng")
    }

    /// What the engine finds.
    static func detections(_ frames: [Frame], _ rules: RuleSet?) throws -> [Detection] {
        var inspector = try Inspector(SensorConfiguration(), rules: rules)
        var sink = Sink()
        for frame in frames { inspector.inspect(frame.header, frame.bytes.span, &sink) }
        inspector.finish(&sink)
        return sink.detections
    }

    /// A detection without what is replaced in it.
    static func mark(_ detection: Detection) -> String {
        let strings = detection.strings.map { "\($0.identifier)@\($0.offset)+\($0.length)" }
        return [
            detection.rule.name, "\(detection.flow.client.port)", "\(detection.flow.server.port)",
            "\(detection.direction)", detection.object.kind.rawValue, strings.joined(separator: ","),
        ].joined(separator: " ")
    }

    private struct Sink: FindingSink {
        var detections: [Detection] = []

        mutating func receive(_ finding: Finding) {
            if case .detection(let detection) = finding { detections.append(detection) }
        }
    }
}

extension [UInt8] {
    /// True when these bytes are somewhere in it.
    func contains(_ other: [UInt8]) -> Bool {
        guard !other.isEmpty, count >= other.count else { return false }
        return (0...count - other.count).contains { self[$0..<$0 + other.count].elementsEqual(other) }
    }
}
