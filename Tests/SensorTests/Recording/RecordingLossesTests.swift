import Capture
import Foundation
import NetTypes
import Sensor
import TestSupport
import Testing

@Suite("What a recording says was lost")
struct RecordingLossesTests {
    private static let tunnel = RecordingInterface(name: "tun0", linkType: .raw, snaplen: 0)

    /// What each file of a folder says.
    private func said(_ scene: RecordingScene) throws -> [UInt64] {
        try scene.files().map { name in
            var savefile = try Savefile(path: scene.folder + "/" + name)
            while try savefile.withNextFrame({ _, _ in }) {}
            #expect(savefile.verdict == .complete)
            return savefile.framesLost
        }
    }

    private static func note(
        _ recorder: inout Recorder, _ interface: Int, _ dropped: UInt64, _ kernel: UInt64
    ) {
        recorder.note(RecordingLosses(byInterface: dropped, bySystem: kernel), of: interface)
    }

    @Test(
        "Each file says what was lost since the one before ended, of all interfaces; nothing is said twice",
        arguments: RecordingConfiguration.Compression.allCases)
    func perFile(_ compression: RecordingConfiguration.Compression) throws {
        let scene = try RecordingScene()
        var configuration = RecordingScene.small(compression)
        configuration.fileTime = 1
        var recorder = try Recorder(
            folder: scene.folder, configuration, interfaces: [RecordingScene.ethernet, Self.tunnel])
        let frames = RecordingScene.mixed(flows: 3, frames: 40, every: 100_000_000)
        for (place, frame) in frames.enumerated() {
            switch place {
            case 2: Self.note(&recorder, 0, 3, 4)
            case 15: Self.note(&recorder, 0, 3, 10)
            case 16: Self.note(&recorder, 1, 100, 0)
            // A counter that begins anew takes nothing back.
            case 25: Self.note(&recorder, 0, 0, 0)
            case 35: Self.note(&recorder, 1, 101, 5)
            default: break
            }
            recorder.take(frame.header, frame.bytes.span)
        }
        // Of an interface that nobody named nothing can be said.
        Self.note(&recorder, 2, 9, 9)
        recorder.finish()
        #expect(try said(scene) == [7, 106, 0, 6])
        #expect(try scene.readBack().frames == frames)
        #expect(
            try scene.find(try #require(FlowOracle.flows(of: frames).keys.first)).account?.wholeFiles == 0)
    }

    @Test("An index that is made anew is of a file with statistics at its end")
    func rebuilt() throws {
        for compression in RecordingConfiguration.Compression.allCases {
            let scene = try RecordingScene()
            let frames = RecordingScene.mixed(flows: 20, frames: 500)
            try scene.record(frames, RecordingScene.small(compression))
            let file = try #require(try scene.files().first)
            try FileManager.default.removeItem(atPath: scene.folder + "/" + file + ".index")
            try scene.record([], RecordingScene.small(compression))
            for (name, expected) in FlowOracle.flows(of: frames) {
                let (found, account) = try scene.find(name)
                #expect(found == expected && account?.wholeFiles == 0)
            }
        }
    }

    @Test("A frame that is too long to be recorded is said to be lost, by the file that it is missing from")
    func unwritten() throws {
        let scene = try RecordingScene()
        var recorder = try Recorder(
            folder: scene.folder, RecordingScene.small(), interfaces: [RecordingScene.ethernet])
        let frames = RecordingScene.mixed(flows: 1, frames: 3)
        for frame in frames { recorder.take(frame.header, frame.bytes.span) }
        let long = [UInt8](repeating: 0, count: PcapngWriter.largestFrame + 1)
        recorder.take(frames[2].header, long.span)
        recorder.finish()
        #expect(recorder.statistics.lost == 1)
        #expect(try said(scene) == [1])
    }
}
