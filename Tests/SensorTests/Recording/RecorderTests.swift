import Capture
import NetTypes
import Sensor
import TestSupport
import Testing

@Suite struct RecorderTests {
    @Test(
        "What is recorded of each of our captures reads back frame by frame",
        arguments: RecordingConfiguration.Compression.allCases)
    func roundTrip(_ compression: RecordingConfiguration.Compression) throws {
        var configuration = RecordingScene.small(compression)
        configuration.fileSize = 6000
        for scenario in try Repository.scenarios() {
            let (frames, _) = try RecordingScene.frames(
                of: "\(Repository.root)/captures/\(scenario)/traffic.pcap")
            let scene = try RecordingScene()
            let (statistics, _) = try scene.record(frames, configuration)
            let back = try scene.readBack()
            #expect(back.frames == frames, "\(scenario)")
            #expect(back.verdicts.allSatisfy { $0 == .complete }, "\(scenario)")
            #expect(statistics.offered == UInt64(frames.count) && statistics.written == statistics.offered)
            #expect(statistics.bytes == frames.reduce(0) { $0 + UInt64($1.bytes.count) })
            #expect(statistics.lost == 0 && statistics.failure == nil)
            #expect(statistics.files == UInt64(back.verdicts.count))
        }
    }

    @Test("Names sort by the time of the first frame, and each file has its index")
    func names() throws {
        let scene = try RecordingScene()
        var configuration = RecordingScene.small()
        configuration.fileTime = 1
        let frames = RecordingScene.mixed(flows: 5, frames: 40, every: 100_000_000)
        let (_, notices) = try scene.record(frames, configuration)
        let files = try scene.files()
        #expect(files.first == "haidang-20261124T010000Z-000000001.pcapng")
        #expect(files.count == 4)
        #expect(try scene.names() == files.flatMap { [$0, $0 + ".index"] })
        #expect(try scene.readBack().frames == frames)
        let finished = notices.compactMap { notice -> String? in
            if case .finished(let file, 10, _, true) = notice { file } else { nil }
        }
        #expect(finished == files)
    }

    @Test("Interfaces, link types, snapped frames and times beyond the seconds are kept")
    func interfaces() throws {
        let scene = try RecordingScene()
        var frames = RecordingScene.mixed(flows: 2, frames: 6)
        for place in frames.indices {
            frames[place].header.interface = UInt16(place % 3)
            if place % 3 == 1 { frames[place].header.linkType = .raw }
            // Nobody described this one.
            if place % 3 == 2 { frames[place].header.linkType = .linuxCooked2 }
            frames[place].header.timestamp = .scene.advanced(by: Int64(place) * 1_000_000_007)
            frames[place] = frames[place].snapped(to: 40 + place)
        }
        let interfaces = [
            RecordingScene.ethernet, RecordingInterface(name: "tun0", linkType: .raw, snaplen: 0),
        ]
        let (statistics, _) = try scene.record(frames, interfaces: interfaces)
        #expect(statistics.written == 6)
        var expected = frames
        for place in expected.indices { expected[place].header.interface = 0 }
        #expect(try scene.readBack().frames == expected)
        // The third interface began the second file, which describes all three.
        #expect(try scene.files().count == 2)
    }

    @Test("A reader sees what was captured up to the last second, before the file is finished")
    func growing() throws {
        let scene = try RecordingScene()
        for compression in RecordingConfiguration.Compression.allCases {
            var configuration = RecordingConfiguration()
            configuration.compression = compression
            var recorder = try Recorder(
                folder: scene.folder, configuration, interfaces: [RecordingScene.ethernet])
            let frames = RecordingScene.mixed(flows: 3, frames: 25, every: 100_000_000)
            for frame in frames { recorder.take(frame.header, frame.bytes.span) }
            let name = try #require(try scene.files().last)
            let (some, verdict) = try RecordingScene.frames(of: scene.folder + "/" + name)
            #expect(verdict == .complete)
            #expect(some == Array(frames.prefix(20)))
            recorder.advance(to: .scene.advanced(by: 3_400_000_000))
            #expect(try RecordingScene.frames(of: scene.folder + "/" + name).0 == frames)
            #expect(recorder.statistics.written == 25)
            recorder.advance(to: .scene.advanced(by: 301_000_000_000))
            #expect(try scene.names().contains(name + ".index"))
            recorder.finish()
            #expect(recorder.statistics.files == 1)
        }
    }

    @Test("A clock that is set back stops neither writing nor rotation")
    func clockSetBack() throws {
        let scene = try RecordingScene()
        var frames = RecordingScene.mixed(flows: 3, frames: 30, every: 1_000_000_000)
        for place in 10..<30 {
            frames[place].header.timestamp = frames[place].header.timestamp.advanced(by: -86_400_000_000_000)
        }
        var configuration = RecordingConfiguration()
        configuration.fileTime = 15
        var recorder = try Recorder(
            folder: scene.folder, configuration, interfaces: [RecordingScene.ethernet])
        for frame in frames { recorder.take(frame.header, frame.bytes.span) }
        #expect(recorder.statistics.written >= 28)
        #expect(recorder.statistics.files == 2)
        recorder.finish()
    }

    @Test("A folder is made, and is not recorded into twice at once")
    func folders() throws {
        let scene = try RecordingScene()
        let path = scene.folder + "/new"
        var recorder = try Recorder(folder: path, interfaces: [])
        #expect(throws: CaptureError.unwritable(path: path, reason: "another program records into it")) {
            _ = try Recorder(folder: path, interfaces: [])
        }
        recorder.finish()
        #expect(throws: CaptureError.unwritable(path: path + "/a/b", reason: "No such file or directory")) {
            _ = try Recorder(folder: path + "/a/b", interfaces: [])
        }
        try scene.write([1], "file")
        #expect(
            throws: CaptureError.unreadable(path: scene.folder + "/file", reason: "Not a directory")
        ) {
            _ = try Recorder(folder: scene.folder + "/file", interfaces: [])
        }
    }
}
