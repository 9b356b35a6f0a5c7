import Capture
import Foundation
import NetTypes

/// Makes one savefile of the captures of a drill: each at its time, with the addresses that it plays with.
///
/// A frame keeps its capture time, moved by what moves its whole capture. Frames play in the order of time, those of one
/// capture in the order in which they lie in it, and of two at one time the one whose capture is named first.
public struct DrillStage {
    /// Captures that a drill may have.
    public static let mostCaptures = 64
    /// Bytes that are gathered before they are written.
    private static let chunk = 1 << 20

    private let drill: Drill
    private let path: String
    private let file: FileHandle
    private let digest = Digest(.sha256)
    private var writer = PcapngWriter(capacity: chunk + (1 << 16))
    private var interfaces: [LinkType: UInt32] = [:]
    private var frames: UInt64 = 0
    private var last: Timestamp

    /// Puts a drill on the stage: writes the savefile to a path, which is made anew. `start` is the capture time at which the
    /// drill is to begin; nil for the one at which it was captured. Throws when a capture is missing, unreadable, empty or
    /// changed, when an inject lies behind the last frame, and when nothing can be written.
    public static func set(
        _ drill: Drill, start: Timestamp? = nil, to path: String
    ) throws(DrillError) -> StagedTraffic {
        var captures: [StagedCapture] = []
        for capture in drill.captures.prefix(mostCaptures) {
            let source = (drill.folder as NSString).appendingPathComponent(capture.file)
            let file = capture.file.hasPrefix("/") ? capture.file : source
            if let expected = capture.sha256 { try check(file, expected) }
            captures.append(try StagedCapture(capture, path: file))
        }
        guard let first = captures.first else { throw .noFrames(file: drill.folder) }
        let begin = start ?? first.time.advanced(by: -first.capture.offset.nanoseconds)
        for capture in captures {
            let target = begin.advanced(by: capture.capture.offset.nanoseconds)
            capture.move(by: target.nanoseconds(since: capture.time))
        }
        var stage = try DrillStage(drill, path, begin)
        try stage.write(captures)
        return try stage.finish(captures, begin)
    }

    private init(_ drill: Drill, _ path: String, _ start: Timestamp) throws(DrillError) {
        self.drill = drill
        self.path = path
        last = start
        let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: mode),
            let file = FileHandle(forWritingAtPath: path)
        else { throw .cannotWrite(path: path, reason: "") }
        self.file = file
        writer.section(hardware: "", system: "", application: "haidang drill")
    }

    private static func check(_ path: String, _ expected: String) throws(DrillError) {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .capture(.missing(path: path))
        }
        let digest = Digest(.sha256)
        while let data = try? file.read(upToCount: chunk), !data.isEmpty { digest.update(Array(data).span) }
        let found = digest.finish().hexadecimal
        if found != expected { throw .changed(file: path, expected: expected, found: found) }
    }

    private mutating func write(_ captures: [StagedCapture]) throws(DrillError) {
        while true {
            var earliest: StagedCapture?
            for capture in captures where capture.next != nil {
                if let time = earliest?.time, time <= capture.time { continue }
                earliest = capture
            }
            guard let earliest, let (header, bytes) = earliest.next else { return }
            put(header, bytes)
            last = max(last, earliest.time)
            try earliest.advance()
            if writer.bytes.count >= Self.chunk { try flush() }
        }
    }

    private mutating func put(_ header: FrameHeader, _ bytes: [UInt8]) {
        let interface = interfaces[header.linkType] ?? UInt32(interfaces.count)
        if interfaces[header.linkType] == nil {
            interfaces[header.linkType] = interface
            writer.interface(RecordingInterface(name: "", linkType: header.linkType, snaplen: 0))
        }
        frames += 1
        writer.packet(interface: interface, header, bytes.span)
    }

    private mutating func flush() throws(DrillError) {
        digest.update(writer.bytes.span)
        do {
            try file.write(contentsOf: Data(writer.bytes))
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
        writer.removeAll()
    }

    private mutating func finish(
        _ captures: [StagedCapture], _ start: Timestamp
    ) throws(DrillError) -> StagedTraffic {
        try flush()
        try? file.close()
        let length = Duration.nanoseconds(max(0, last.nanoseconds(since: start)))
        let outside = drill.injects.filter { $0.at > length }.map(\.id)
        if !outside.isEmpty { throw .outside(injects: outside, length: length) }
        var damaged: [String: String] = [:]
        for capture in captures {
            if case .partial(let reason) = capture.verdict { damaged[capture.capture.file] = reason }
        }
        return StagedTraffic(
            path: path, sha256: digest.finish().hexadecimal, frames: frames, start: start, length: length,
            regressions: captures.reduce(0) { $0 + $1.regressions }, damaged: damaged)
    }
}
