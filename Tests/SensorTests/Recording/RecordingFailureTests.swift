import Capture
import Foundation
import NetTypes
import Sensor
import TestSupport
import Testing

@Suite struct RecordingFailureTests {
    @Test(
        "A sudden end leaves every earlier file complete and of the last one all whole frames",
        arguments: RecordingConfiguration.Compression.allCases)
    func suddenEnd(_ compression: RecordingConfiguration.Compression) throws {
        let scene = try RecordingScene()
        let frames = RecordingScene.mixed(flows: 5, frames: 200)
        var configuration = RecordingScene.small(compression)
        configuration.fileSize = compression == .none ? 16_000 : 5_000
        try scene.record(frames, configuration)
        let files = try scene.files()
        #expect(files.count >= 2)
        let last = try #require(files.last)
        let whole = try scene.bytes(last)
        let (all, _) = try RecordingScene.frames(of: scene.folder + "/" + last)
        // Where frames end in the file; a compressed one gives frames byte by byte, so there they only may not shrink.
        let ends = compression == .none ? Self.packetEnds(whole) : []
        var before = 0
        for length in max(600, whole.count - 4096)...whole.count {
            try scene.write(Array(whole.prefix(length)), last)
            let (some, verdict) = try RecordingScene.frames(of: scene.folder + "/" + last)
            #expect(some == Array(all.prefix(some.count)))
            #expect(some.count >= before)
            before = some.count
            if compression == .none {
                #expect(some.count == ends.prefix { $0 <= length }.count)
                // Behind the last frame the file says what was lost.
                #expect((verdict == .complete) == (ends.contains(length) || length == whole.count))
            }
        }
        #expect(before == all.count)
        for file in files.dropLast() {
            #expect(try RecordingScene.frames(of: scene.folder + "/" + file).1 == .complete)
        }
    }

    /// Where each packet block ends, by its own length.
    private static func packetEnds(_ bytes: [UInt8]) -> [Int] {
        var ends: [Int] = []
        var at = 0
        while at + 8 <= bytes.count {
            let length = (0..<4).reduce(0) { $0 | Int(bytes[at + 4 + $1]) << (8 * $1) }
            let isPacket = bytes[at] == 6
            at += length
            if isPacket { ends.append(at) }
        }
        return ends
    }

    @Test(
        "A full disk stops the recording, loses what is counted, and is tried again",
        .enabled(if: getuid() == 0, "only root can mount a small file system"),
        arguments: RecordingConfiguration.Compression.allCases)
    func fullDisk(_ compression: RecordingConfiguration.Compression) throws {
        let scene = try RecordingScene()
        guard try Self.run("/bin/mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", scene.folder]) == 0 else {
            return  // A container without the right to mount.
        }
        defer { _ = try? Self.run("/bin/umount", ["-l", scene.folder]) }
        var recorder = try Recorder(
            folder: scene.folder, RecordingScene.small(compression), interfaces: [RecordingScene.ethernet])
        try scene.write([UInt8](repeating: 0, count: 20_000), "ballast")
        let frames = RecordingScene.mixed(flows: 3, frames: 4000, every: 10_000_000)
        var written: UInt64 = 0
        for (place, frame) in frames.enumerated() {
            if place == 2000 {
                let statistics = recorder.statistics
                #expect(statistics.failure == "No space left on device")
                #expect(statistics.lost > 100)
                written = statistics.written
                for name in try scene.files() { #expect(try complete(scene, name)) }
                // The operator makes room.
                for name in try scene.names() {
                    try FileManager.default.removeItem(atPath: scene.folder + "/" + name)
                }
            }
            recorder.take(frame.header, frame.bytes.span)
            if place == 3300 { #expect(recorder.statistics.written > written) }
        }
        recorder.finish()
        let statistics = recorder.statistics
        #expect(statistics.offered == 4000 && statistics.offered == statistics.written + statistics.lost)
        #expect(statistics.files >= 2)
        let notices = recorder.takeNotices()
        #expect(notices.contains(.stopped(reason: "No space left on device")))
        #expect(notices.contains { if case .resumed(let lost) = $0 { lost > 100 } else { false } })
        // However often it was tried, nothing torn and nothing empty is left.
        for name in try scene.files() { #expect(try complete(scene, name)) }
    }

    private func complete(_ scene: RecordingScene, _ name: String) throws -> Bool {
        let (frames, verdict) = try RecordingScene.frames(of: scene.folder + "/" + name)
        return !frames.isEmpty && verdict == .complete
    }

    @Test("A limit that leaves no room for a block stops the recording instead of being passed")
    func smallLimit() throws {
        let scene = try RecordingScene()
        var configuration = RecordingConfiguration()
        configuration.limit = 20_000
        let long = [UInt8](repeating: 0, count: 60_000)
        let frames = (0..<20).map { Frame(long, at: .scene.advanced(by: $0 * 1000)) }
        let (statistics, notices) = try scene.record(frames, configuration)
        #expect(statistics.failure == "the limit of the folder is reached")
        #expect(statistics.written == 0 && statistics.lost == 20)
        #expect(notices == [.stopped(reason: "the limit of the folder is reached")])
        #expect(try scene.names().isEmpty)
    }

    @Test("A frame that is too long for a block, or of one interface too many, is lost and counted")
    func refusedFrames() throws {
        let scene = try RecordingScene()
        var frames = RecordingScene.mixed(flows: 1, frames: 300)
        for place in frames.indices {
            frames[place].header.linkType = LinkType(rawValue: UInt16(place) + 200)
        }
        let long = Frame([UInt8](repeating: 0, count: PcapngWriter.largestFrame + 1), at: .scene)
        let (statistics, _) = try scene.record([long] + frames)
        #expect(statistics.lost == 1 + 300 - 256)
        #expect(statistics.written == 256)
        #expect(
            try scene.readBack().frames.map(\.header.linkType) == frames.prefix(256).map(\.header.linkType))
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
