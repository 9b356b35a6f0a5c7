import NetTypes
import TestSupport
import Testing

@testable import Capture

struct DamageTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(
        "A pcap file cut at any length gives its whole frames, and is complete only between records",
        arguments: ByteOrder.allCases, [UInt32(0xa1b2_c3d4), 0xa1b2_3c4d, 0xa1b2_cd34])
    func cutPcap(order: ByteOrder, magic: UInt32) throws {
        let file = PcapFile.sample(order, magic: magic)
        let whole = try Reading(file.bytes, in: folder)
        for length in 4...file.bytes.count {
            let reading = try Reading(Array(file.bytes.prefix(length)), in: folder)
            let frames = max(file.boundaries.count { $0 <= length } - 1, 0)
            #expect(reading.frames == Array(whole.frames.prefix(frames)), "cut at \(length)")
            #expect(reading.isPartial != file.boundaries.contains(length), "cut at \(length)")
        }
    }

    @Test("A pcapng file cut at any length gives its whole frames, and is complete only between blocks")
    func cutPcapng() throws {
        let file = PcapngFile.sample()
        let whole = try Reading(file.bytes, in: folder)
        for length in 4...file.bytes.count {
            let reading = try Reading(Array(file.bytes.prefix(length)), in: folder)
            let frames = zip(file.boundaries, file.framesAtBoundary).filter { $0.0 <= length }.last?.1 ?? 0
            #expect(reading.frames == Array(whole.frames.prefix(frames)), "cut at \(length)")
            #expect(reading.isPartial != file.boundaries.contains(length), "cut at \(length)")
        }
    }

    @Test("The reason says after which frame a file was cut")
    func reasons() throws {
        let pcap = PcapFile.sample()
        #expect(
            try Reading(Array(pcap.bytes.prefix(10)), in: folder).verdict
                == .partial(reason: "cut short inside the file header"))
        let pcapng = PcapngFile.sample()
        #expect(
            try Reading(Array(pcapng.bytes.dropLast()), in: folder).verdict
                == .partial(reason: "after frame 5: cut short inside a block"))
        #expect(
            try Reading(Array(pcap.bytes.dropLast()), in: folder).verdict
                == .partial(reason: "after frame 4: cut short inside a record"))
        #expect(
            try Reading(Array(pcap.bytes.prefix(30)), in: folder).verdict
                == .partial(reason: "before the first frame: cut short inside the header of a record"))
    }

    @Test("Once a savefile has ended it stays ended, with the same verdict", arguments: [0, 1])
    func staysEnded(cut: Int) throws {
        for bytes in [PcapFile.sample().bytes, PcapngFile.sample().bytes] {
            let path = try folder.write(Array(bytes.dropLast(cut)))
            var savefile = try Savefile(path: path)
            #expect(savefile.verdict == .partial(reason: "not read to its end"))
            while try savefile.withNextFrame({ _, _ in }) {}
            let verdict = savefile.verdict
            #expect((verdict == .complete) == (cut == 0))
            for _ in 0..<3 {
                #expect(try savefile.withNextFrame { _, _ in } == false)
                #expect(savefile.verdict == verdict)
            }
        }
    }

    @Test("Damaged files of every kind end, and give no more bytes than they hold", arguments: 0..<8)
    func mutations(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let originals = [
            PcapFile.sample(.little).bytes, PcapFile.sample(.big, magic: 0xa1b2_3c4d).bytes,
            PcapFile.sample(.little, magic: 0xa1b2_cd34).bytes, PcapngFile.sample().bytes,
        ]
        for _ in 0..<400 {
            let bytes = Self.mutated(originals.randomElement(using: &generator) ?? [], &generator)
            let path = try folder.write(bytes)
            guard let reading = try? Reading(path) else { continue }
            let total = reading.frames.reduce(0) { $0 + $1.bytes.count }
            #expect(total <= bytes.count, "seed \(seed): \(bytes)")
            #expect(reading.frames.map(\.header.number) == reading.frames.indices.map { UInt64($0 + 1) })
        }
    }

    /// Changes a few bytes, mostly to values that lengths are sensitive to, and cuts or repeats a part.
    private static func mutated(_ original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            let values: [UInt8] = [
                0, 1, 0x7f, 0x80, 0xff, bytes[index] ^ 1, .random(in: 0...255, using: &generator),
            ]
            bytes[index] = values.randomElement(using: &generator) ?? 0
        }
        let cut = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeLast(cut)
        case 1: bytes += bytes[cut...]
        default: break
        }
        return bytes
    }
}
