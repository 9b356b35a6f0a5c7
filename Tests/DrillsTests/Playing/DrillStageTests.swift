import Capture
import Drills
import NetTypes
import TestSupport
import Testing

@Suite("The stage of a drill")
struct DrillStageTests {
    /// A savefile with a frame of one byte at each of these milliseconds after the scene's time.
    private func savefile(_ byte: UInt8, _ milliseconds: [Int64], linkType: LinkType = .ethernet) -> [UInt8] {
        let frames = milliseconds.map { offset in
            Frame(
                [byte], at: Timestamp.scene.advanced(by: offset * 1_000_000), linkType: linkType)
        }
        return SavefileBytes.pcap(frames, linkType: linkType, nanoseconds: true)
    }

    private func drill(_ folder: TestFolder, _ captures: DrillCapture...) -> Drill {
        var drill = Drill()
        drill.folder = folder.path
        drill.captures = captures
        drill.silences = [Silence()]
        return drill
    }

    /// The first byte of each frame on the stage, and when it plays, in milliseconds from the beginning.
    private func played(_ traffic: StagedTraffic) throws -> [(byte: UInt8, at: Int64)] {
        var savefile = try Savefile(path: traffic.path)
        var frames: [(byte: UInt8, at: Int64)] = []
        while try savefile.withNextFrame({ header, bytes in
            frames.append((bytes[0], header.timestamp.nanoseconds(since: traffic.start) / 1_000_000))
        }) {}
        #expect(savefile.verdict == .complete)
        return frames
    }

    @Test("Captures play at their offsets, in the order of time, and of two at once the one named first")
    func merge() throws {
        let folder = try TestFolder([
            "a.pcap": savefile(1, [5000, 5100, 5300]), "b.pcap": savefile(2, [0, 200]),
        ])
        let traffic = try DrillStage.set(
            drill(
                folder, DrillCapture(file: "a.pcap"),
                DrillCapture(file: "b.pcap", offset: .milliseconds(100))), to: folder.path + "/t.pcapng")
        let frames = try played(traffic)
        #expect(frames.map(\.byte) == [1, 1, 2, 1, 2])
        #expect(frames.map(\.at) == [0, 100, 100, 300, 300])
        #expect(traffic.frames == 5 && traffic.length == .milliseconds(300))
        #expect(traffic.start == Timestamp.scene.advanced(by: 5_000_000_000))
        #expect(traffic.regressions == 0 && traffic.damaged.isEmpty)
    }

    @Test("It begins when it is told to")
    func start() throws {
        let folder = try TestFolder(["a.pcap": savefile(1, [5000])])
        let begin = Timestamp(nanoseconds: 1_800_000_000_000_000_000)
        let drill = drill(folder, DrillCapture(file: "a.pcap", offset: .seconds(2)))
        let traffic = try DrillStage.set(drill, start: begin, to: folder.path + "/t.pcapng")
        #expect(traffic.start == begin)
        #expect(try played(traffic).map(\.at) == [2000])
    }

    @Test("A time that goes backwards is kept, counted, and does not change the order")
    func regression() throws {
        let folder = try TestFolder([
            "a.pcap": savefile(1, [0, 500, 100, 600]), "b.pcap": savefile(2, [0, 300]),
        ])
        let traffic = try DrillStage.set(
            drill(folder, DrillCapture(file: "a.pcap"), DrillCapture(file: "b.pcap")),
            to: folder.path + "/t.pcapng")
        #expect(try played(traffic).map(\.byte) == [1, 2, 2, 1, 1, 1])
        #expect(try played(traffic).map(\.at) == [0, 0, 300, 500, 100, 600])
        #expect(traffic.regressions == 1)
    }

    @Test("Frames of different link types stay what they are")
    func linkTypes() throws {
        let folder = try TestFolder([
            "a.pcap": savefile(1, [0, 2]), "b.pcap": savefile(0x45, [1], linkType: .raw),
        ])
        let traffic = try DrillStage.set(
            drill(
                folder, DrillCapture(file: "a.pcap"), DrillCapture(file: "b.pcap", offset: .milliseconds(1))),
            to: folder.path + "/t.pcapng")
        var savefile = try Savefile(path: traffic.path)
        var types: [LinkType] = []
        while try savefile.withNextFrame({ header, _ in types.append(header.linkType) }) {}
        #expect(types == [.ethernet, .raw, .ethernet])
    }

    @Test("A capture that was changed by one bit is refused, and one that was not is not")
    func digest() throws {
        let bytes = savefile(1, [0])
        let folder = try TestFolder(["a.pcap": bytes])
        let sum = Digest.of(bytes.span, .sha256).hexadecimal
        let drill = drill(folder, DrillCapture(file: "a.pcap", sha256: sum))
        _ = try DrillStage.set(drill, to: folder.path + "/t.pcapng")
        var changed = bytes
        changed[changed.count - 1] ^= 1
        try folder.write("a.pcap", changed)
        do throws(DrillError) {
            _ = try DrillStage.set(drill, to: folder.path + "/t.pcapng")
            Issue.record("it was taken")
        } catch .changed(_, let expected, let found) {
            #expect(expected == sum && found == Digest.of(changed.span, .sha256).hexadecimal)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("What is missing, empty or cut short is said")
    func damage() throws {
        let folder = try TestFolder([
            "none.pcap": SavefileBytes.pcap([]), "cut.pcap": savefile(1, [0, 1]).dropLast(),
        ])
        #expect(throws: DrillError.capture(.missing(path: folder.path + "/gone.pcap"))) {
            try DrillStage.set(drill(folder, DrillCapture(file: "gone.pcap")), to: folder.path + "/t")
        }
        #expect(throws: DrillError.noFrames(file: folder.path + "/none.pcap")) {
            try DrillStage.set(drill(folder, DrillCapture(file: "none.pcap")), to: folder.path + "/t")
        }
        let traffic = try DrillStage.set(
            drill(folder, DrillCapture(file: "cut.pcap")), to: folder.path + "/t")
        #expect(traffic.frames == 1 && traffic.damaged.keys.sorted() == ["cut.pcap"])
    }

    @Test("An inject behind the last frame is refused, one at it is not")
    func outside() throws {
        let folder = try TestFolder(["a.pcap": savefile(1, [0, 4000])])
        var drill = drill(folder, DrillCapture(file: "a.pcap"))
        drill.injects = [TestDrill.inject(1, "a/A", at: 4), TestDrill.inject(2, "a/A", at: 5)]
        #expect(throws: DrillError.outside(injects: [2], length: .seconds(4))) {
            try DrillStage.set(drill, to: folder.path + "/t")
        }
        drill.injects.removeLast()
        #expect(try DrillStage.set(drill, to: folder.path + "/t").frames == 2)
    }
}
