import Capture
import Foundation
import NetTypes
import Sensor
import TestSupport
import Testing

@Suite struct RecordingLimitTests {
    @Test(
        "The folder stays under its limit, the oldest files go first, and what is left is without a hole",
        arguments: RecordingConfiguration.Compression.allCases)
    func limit(_ compression: RecordingConfiguration.Compression) throws {
        let scene = try RecordingScene()
        var configuration = RecordingScene.small(compression)
        configuration.limit = 60_000
        var recorder = try Recorder(
            folder: scene.folder, configuration, interfaces: [RecordingScene.ethernet])
        let frames = RecordingScene.mixed(flows: 4, frames: 3000)
        for (place, frame) in frames.enumerated() {
            recorder.take(frame.header, frame.bytes.span)
            guard place % 50 == 0 else { continue }
            #expect(try size(scene) <= 60_000)
        }
        recorder.finish()
        #expect(try size(scene) <= 60_000)
        let statistics = recorder.statistics
        #expect(statistics.lost == 0 && statistics.removed > 2)
        let back = try scene.readBack().frames
        #expect(back.map(\.bytes) == frames.suffix(back.count).map(\.bytes))
        #expect(back.count > 100)
        let removed = recorder.takeNotices().compactMap { notice -> String? in
            if case .removed(let file, _) = notice { file } else { nil }
        }
        #expect(UInt64(removed.count) == statistics.removed && removed == removed.sorted())
        #expect(UInt64(try scene.files().count) == statistics.files - statistics.removed)
    }

    @Test("Only files that we named go, and what a link leads to stays")
    func foreign() throws {
        let scene = try RecordingScene()
        let outside = try RecordingScene()
        try outside.write([UInt8](repeating: 1, count: 100_000), "target")
        let ours = "haidang-20200101T000000Z-000000007.pcapng"
        let foreign = [
            "haidang-20200101T000000Z-7.pcapng", "haidang-20200101T000000Z-000000007.pcap", "notes.txt",
            "haidang-20200101T000000Z-000000007.pcapng.gz.old", "x" + ours, "traffic.pcapng",
            "haidang-2020010xT000000Z-000000007.pcapng",
        ]
        for name in foreign + [ours] { try scene.write([UInt8](repeating: 0, count: 70_000), name) }
        let link = "haidang-20190101T000000Z-000000003.pcapng"
        try FileManager.default.createSymbolicLink(
            atPath: scene.folder + "/" + link, withDestinationPath: outside.folder + "/target")
        try FileManager.default.createDirectory(
            atPath: scene.folder + "/haidang-20180101T000000Z-000000002.pcapng",
            withIntermediateDirectories: false)
        var configuration = RecordingScene.small()
        configuration.limit = 30_000
        let (statistics, _) = try scene.record(RecordingScene.mixed(flows: 3, frames: 400), configuration)
        #expect(statistics.lost == 0)
        let names = try scene.names()
        #expect(!names.contains(ours))
        #expect(foreign.allSatisfy(names.contains))
        #expect(names.contains(link) && names.contains("haidang-20180101T000000Z-000000002.pcapng"))
        #expect(try outside.bytes("target").count == 100_000)
        // The number goes on where the highest one was.
        #expect(try scene.files().allSatisfy { $0.contains("Z-0000000") && !$0.contains("Z-000000001") })
    }

    @Test("A name that is taken by a link is passed over and not written through")
    func takenName() throws {
        let scene = try RecordingScene()
        let frames = RecordingScene.mixed(flows: 3, frames: 10)
        let taken = "haidang-20261124T010000Z-000000001.pcapng"
        try scene.write([1, 2, 3], "target")
        try FileManager.default.createSymbolicLink(
            atPath: scene.folder + "/" + taken, withDestinationPath: scene.folder + "/target")
        try scene.record(frames)
        #expect(try scene.bytes("target") == [1, 2, 3])
        #expect(try scene.files() == ["haidang-20261124T010000Z-000000002.pcapng"])
        #expect(try scene.readBack().frames == frames)
    }

    @Test("What a sudden end leaves of an index is cleared away, and the index is made anew")
    func leftovers() throws {
        for compression in RecordingConfiguration.Compression.allCases {
            let scene = try RecordingScene()
            let frames = RecordingScene.mixed(flows: 20, frames: 500)
            try scene.record(frames, RecordingScene.small(compression))
            let file = try #require(try scene.files().first)
            let whole = try scene.bytes(file)
            try scene.write(Array(whole.dropLast(100)), file)
            try FileManager.default.removeItem(atPath: scene.folder + "/" + file + ".index")
            try scene.write([1], file + ".index.part")
            try scene.write([1], "haidang-20200101T000000Z-000000007.pcapng.index")
            let (left, verdict) = try RecordingScene.frames(of: scene.folder + "/" + file)
            #expect(verdict != .complete)
            try scene.record([], RecordingScene.small(compression))
            #expect(try scene.names() == [file, file + ".index"])
            for (name, expected) in FlowOracle.flows(of: left) {
                let (found, account) = try scene.find(name)
                #expect(found == expected)
                #expect(account?.wholeFiles == 0)
            }
            // A rebuilt index points to blocks, too.
            let rare = try #require(FlowOracle.flows(of: left).min { $0.value.count < $1.value.count })
            let account = try #require(try scene.find(rare.key).account)
            #expect(account.bytesRead < account.bytesRecorded / 2)
        }
    }

    private func size(_ scene: RecordingScene) throws -> Int {
        try scene.names().reduce(0) { try $0 + scene.bytes($1).count }
    }
}
