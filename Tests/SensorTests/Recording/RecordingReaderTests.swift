import Capture
import NetTypes
import Sensor
import TestSupport
import Testing

@Suite struct RecordingReaderTests {
    @Test(
        "Of each flow of our captures exactly its frames are found",
        arguments: RecordingConfiguration.Compression.allCases)
    func exact(_ compression: RecordingConfiguration.Compression) throws {
        for scenario in try Repository.scenarios() {
            let (frames, _) = try RecordingScene.frames(
                of: "\(Repository.root)/captures/\(scenario)/traffic.pcap")
            let scene = try RecordingScene()
            try scene.record(frames, RecordingScene.small(compression))
            for (name, expected) in FlowOracle.flows(of: frames) {
                let (found, account) = try scene.find(name)
                // Fragments of the flow are found as well, which the oracle does not know of.
                #expect(FlowOracle.flows(of: found) == [name: expected], "\(scenario) \(name)")
                #expect(account?.problems == [] && account?.wholeFiles == 0)
            }
        }
    }

    @Test(
        "A search reads the blocks of the flow, and not the file",
        arguments: RecordingConfiguration.Compression.allCases)
    func bytesRead(_ compression: RecordingConfiguration.Compression) throws {
        let scene = try RecordingScene()
        let frames = RecordingScene.mixed(flows: 300, frames: 6000)
        var configuration = RecordingScene.small(compression)
        configuration.blockSize = 16 << 10
        configuration.fileSize = compression == .none ? 400_000 : 100_000
        try scene.record(frames, configuration)
        #expect(try scene.files().count >= 2)
        for (name, expected) in FlowOracle.flows(of: frames) where expected.count < 50 {
            let (found, answer) = try scene.find(name)
            #expect(found == expected)
            let account = try #require(answer)
            #expect(account.frames == UInt64(expected.count))
            // At most a few of some seventy blocks, and the indexes.
            #expect(account.bytesRead * 3 < account.bytesRecorded, "\(account)")
        }
        let nothing = try scene.find("1:AAAAAAAAAAAAAAAAAAAAAAAAAAA=")
        #expect(nothing.frames.isEmpty && (nothing.account?.bytesRead ?? .max) < 60_000)
        #expect(try scene.find("1:short").account == nil)
    }

    @Test("A window of time is kept to the frame, and blocks outside it are not read")
    func window() throws {
        let scene = try RecordingScene()
        let frames = RecordingScene.mixed(flows: 10, frames: 3000)
        try scene.record(frames)
        let name = try #require(FlowOracle.name(of: frames[1]))
        let (from, to) = (frames[1000].header.timestamp, frames[1300].header.timestamp)
        let (found, account) = try scene.find(name, from: from, to: to)
        let expected = frames[1000...1300].filter { FlowOracle.name(of: $0) == name }
        #expect(found.map(\.bytes) == expected.map(\.bytes))
        #expect(expected.count > 90)
        let all = try scene.find(name)
        #expect((account?.bytesRead ?? .max) < (all.account?.bytesRead ?? 0) / 2)
        #expect(try scene.find(name, from: to, to: from).frames.isEmpty)
    }

    @Test("All pieces of a datagram are found with the flow that its first piece names", arguments: [4, 6])
    func fragments(_ version: Int) throws {
        let scene = try RecordingScene()
        let ends = version == 4 ? ("198.51.100.7", "192.0.2.9") : ("2001:db8::7", "2001:db8::9")
        let packet = PacketBuilder(source: .literal(ends.0), destination: .literal(ends.1))
        let whole = packet.udp(from: 4000, to: 53, [UInt8](repeating: 7, count: 3000))
        let short = Frame(FrameBuilder().frame(packet.udp(from: 4000, to: 53, [1, 2])), at: .scene)
        let other = Frame(FrameBuilder().frame(packet.udp(from: 4001, to: 53, [1, 2])), at: .scene)
        let pieces = Frame(FrameBuilder().frame(whole), at: .scene).fragmented(size: 800, identification: 9)
        #expect(pieces.count == 4)
        let frames = ([short] + pieces + [other]).inArrivalOrder()
        try scene.record(frames)
        let found = try scene.find(try #require(FlowOracle.name(of: short))).frames
        #expect(found == Array(frames.prefix(5)))
    }

    @Test("A refused index is named, and its file is read whole")
    func refusedIndex() throws {
        let scene = try RecordingScene()
        let frames = RecordingScene.mixed(flows: 10, frames: 200)
        try scene.record(frames)
        let file = try #require(try scene.files().first)
        let index = try scene.bytes(file + ".index")
        let name = try #require(FlowOracle.name(of: frames[3]))
        let expected = try #require(FlowOracle.flows(of: frames)[name])
        for place in stride(from: 0, to: index.count, by: 61) {
            var wrong = index
            wrong[place] ^= 0x10
            try scene.write(wrong, file + ".index")
            let (found, account) = try scene.find(name)
            #expect(found == expected)
            #expect(account?.wholeFiles == 1 && account?.problems.count == 1, "byte \(place)")
        }
        for length in [0, 1, 40, index.count / 2, index.count - 1] {
            try scene.write(Array(index.prefix(length)), file + ".index")
            let (found, account) = try scene.find(name)
            #expect(found == expected && account?.wholeFiles == 1 && account?.problems.count == 1)
        }
        try scene.write(index, file + ".index")
        #expect(try scene.find(name).account?.wholeFiles == 0)
        // The index of a file that has grown since is another file's.
        try scene.write(try scene.bytes(file) + [0], file)
        #expect(try scene.find(name).frames == expected)
        #expect(try scene.find(name).account?.problems.count == 2)
    }
}
