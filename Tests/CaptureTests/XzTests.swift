import Foundation
import TestSupport
import Testing

@testable import Capture

struct XzTests {
    private static let xz = "/usr/bin/xz"
    private static let isThere = FileManager.default.isExecutableFile(atPath: xz)

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Streams and blocks that end inside a record, some of them empty, and padding between streams.
    private static func streams(of bytes: [UInt8]) -> XzFile {
        var file = XzFile()
        let third = bytes.count / 3
        file.stream([Array(bytes[..<21]), [], Array(bytes[21..<third])])
        file.stream([])
        file.padding(8)
        file.stream([[], Array(bytes[third..<(2 * third)])])
        file.stream([Array(bytes[(2 * third)...])])
        return file
    }

    @Test("A pcap file in xz, cut at any length, gives every frame that the bytes determine")
    func cutPcap() throws {
        let pcap = PcapFile.sample(.big)
        let whole = try Reading(pcap.bytes, in: folder)
        let file = Self.streams(of: pcap.bytes)
        #expect(file.content == pcap.bytes)
        for length in 6...file.bytes.count {
            let path = try folder.write(Array(file.bytes.prefix(length)))
            let determined = file.determined(by: length)
            guard determined >= 4 else {
                let reason = "is xz that cannot be decompressed: it is cut short"
                #expect(throws: CaptureError.notASavefile(path: path, reason: reason)) { try Reading(path) }
                continue
            }
            let reading = try Reading(path)
            let frames = max(pcap.boundaries.count { $0 <= determined } - 1, 0)
            #expect(reading.frames == Array(whole.frames.prefix(frames)), "cut at \(length)")
            let mayEnd = file.streamEnds.contains(length) && pcap.boundaries.contains(determined)
            #expect(reading.isPartial != mayEnd, "cut at \(length)")
        }
    }

    @Test("A pcapng file in xz, cut at any length, gives every frame that the bytes determine")
    func cutPcapng() throws {
        let pcapng = PcapngFile.sample()
        let whole = try Reading(pcapng.bytes, in: folder)
        let file = Self.streams(of: pcapng.bytes)
        // The first four bytes of the content are in hand after a stream header, a block header and a chunk's.
        for length in 31...file.bytes.count {
            let reading = try Reading(Array(file.bytes.prefix(length)), in: folder)
            let determined = file.determined(by: length)
            let boundaries = zip(pcapng.boundaries, pcapng.framesAtBoundary)
            let frames = boundaries.filter { $0.0 <= determined }.last?.1 ?? 0
            #expect(reading.frames == Array(whole.frames.prefix(frames)), "cut at \(length)")
            let mayEnd = file.streamEnds.contains(length) && pcapng.boundaries.contains(determined)
            #expect(reading.isPartial != mayEnd, "cut at \(length)")
        }
    }

    @Test(
        "Of a file cut at any length those frames are read that are whole in what xz makes of it",
        .enabled(if: isThere, "there is no xz program"),
        arguments: [
            [], ["--block-size=400"], ["--delta=dist=4", "--lzma2"], ["--x86", "--lzma2=dict=4KiB"],
        ])
    func program(options: [String]) throws {
        var generator = SeededGenerator(seed: 3)
        var pcap = PcapFile()
        for index in 0..<14 {
            let frame = (0..<Int.random(in: 20...60, using: &generator)).map { _ in
                // An x86 call instruction here and there, for the filter that looks for them.
                Bool.random(using: &generator) ? 0xe8 : UInt8.random(in: 0x60...0x67, using: &generator)
            }
            pcap.record(frame, seconds: UInt32(index))
        }
        let plain = try Reading(pcap.bytes, in: folder)
        let path = try folder.write(pcap.bytes, as: "plain")
        let compressed = try Program.output(Self.xz, options + ["-c", path])
        var most = 0
        for length in 6..<compressed.count {
            let path = try folder.write(Array(compressed.prefix(length)))
            let bytes = try Program.output(Self.xz, ["-dc", "-T1", path])
            guard let reading = try? Reading(path) else {
                #expect(bytes.count < 4, "cut at \(length)")
                continue
            }
            let frames = max(pcap.boundaries.count { $0 <= bytes.count } - 1, 0)
            #expect(reading.frames == Array(plain.frames.prefix(frames)), "cut at \(length)")
            #expect(reading.isPartial, "cut at \(length)")
            #expect(frames >= most, "cut at \(length)")
            most = frames
        }
        #expect(most == plain.frames.count)
    }

    @Test("A cut says after which frame it is", arguments: [1, 5, 8, 20])
    func reason(cut: Int) throws {
        let file = Self.streams(of: PcapFile.sample().bytes)
        let reading = try Reading(Array(file.bytes.dropLast(cut)), in: folder)
        #expect(reading.verdict == .partial(reason: "after frame 5: it is cut short"))
    }

    @Test("Empty streams may be anywhere", arguments: [[0], [1], [2], [0, 0, 1, 1, 2, 2]])
    func emptyStreams(places: [Int]) throws {
        let pcap = PcapFile.sample().bytes
        var file = XzFile()
        for (index, part) in [pcap[..<3], pcap[3...]].enumerated() {
            for _ in places where places.contains(index) { file.stream([]) }
            file.stream([Array(part)])
        }
        for _ in places where places.contains(2) { file.stream([[]]) }
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames == (try Reading(pcap, in: folder)).frames)
        #expect(reading.verdict == .complete)
    }

    @Test("Zeros in fours between streams and after the last one are padding", arguments: [4, 512, 200_000])
    func padding(zeros: Int) throws {
        let pcap = PcapFile.sample().bytes
        var file = XzFile()
        file.stream([Array(pcap[..<50])])
        file.padding(zeros)
        file.stream([Array(pcap[50...])])
        file.padding(zeros)
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames == (try Reading(pcap, in: folder)).frames)
        #expect(reading.verdict == .complete)
        #expect(reading.bytesRead == UInt64(file.bytes.count))
    }

    @Test(
        "Anything else after the last stream is said once all frames are read",
        arguments: [
            ([0], "it is damaged"), ([0, 0, 0, 0, 0], "it is damaged"), ([0, 0, 0, 9], "it is damaged"),
            ([UInt8](repeating: 7, count: 12), "it is damaged"),
            (Array("something else".utf8), "it is damaged"),
            ([1], "it is cut short"), ([0xfd, 0x37], "it is cut short"),
            ([0, 0, 0, 0, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], "it is cut short"),
        ] as [([UInt8], String)])
    func garbage(more: [UInt8], reason: String) throws {
        let file = Self.streams(of: PcapFile.sample().bytes)
        let reading = try Reading(file.bytes + more, in: folder)
        #expect(reading.frames.count == 5)
        #expect(reading.verdict == .partial(reason: "after frame 5: \(reason)"))
    }

    @Test("A wrong byte anywhere is noticed, and harms no frame before it", arguments: [1, 0x80, 0xff])
    func damage(mask: UInt8) throws {
        let pcap = PcapFile.sample()
        let whole = try Reading(pcap.bytes, in: folder)
        let file = Self.streams(of: pcap.bytes)
        for index in file.bytes.indices {
            var bytes = file.bytes
            bytes[index] ^= mask
            let determined = file.determined(by: index)
            let frames = max(pcap.boundaries.count { $0 <= determined } - 1, 0)
            guard let reading = try? Reading(bytes, in: folder) else {
                #expect(frames == 0, "damaged at \(index)")
                continue
            }
            #expect(reading.isPartial, "damaged at \(index)")
            #expect(reading.frames.starts(with: whole.frames.prefix(frames)), "damaged at \(index)")
        }
    }

    @Test("A block whose checksum is wrong gives its frames, and what follows it is not read")
    func checksum() throws {
        let pcap = PcapFile.sample()
        let end = pcap.boundaries[2]
        var file = XzFile()
        file.stream([Array(pcap.bytes[..<end])], sum: 1)
        file.stream([Array(pcap.bytes[end...])])
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames == Array(try Reading(pcap.bytes, in: folder).frames.prefix(2)))
        #expect(reading.verdict == .partial(reason: "after frame 2: it is damaged"))
    }

    @Test("A filter that nobody knows is no damage")
    func filter() throws {
        let pcap = PcapFile.sample()
        let end = pcap.boundaries[2]
        var file = XzFile()
        file.stream([Array(pcap.bytes[..<end])])
        file.stream([Array(pcap.bytes[end...])], filter: 0x22)
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames.count == 2)
        #expect(
            reading.verdict == .partial(reason: "after frame 2: it uses what the liblzma here does not know"))
    }

    @Test(
        "A file may ask for as much memory as the limit says, and no more",
        arguments: [
            // What a header says of a dictionary of 64 MiB, 96 MiB, 128 MiB, 1.5 GiB and nearly 4 GiB.
            (28, nil), (29, nil), (30, 129), (37, 1537), (40, 4097),
        ] as [(UInt8, Int?)])
    func memory(dictionary: UInt8, needed: Int?) throws {
        let pcap = PcapFile.sample()
        let end = pcap.boundaries[2]
        var late = XzFile()
        late.stream([Array(pcap.bytes[..<end])])
        late.stream([Array(pcap.bytes[end...])], dictionary: dictionary)
        var early = XzFile()
        early.stream([pcap.bytes], dictionary: dictionary)
        let path = try folder.write(early.bytes)
        let reading = try Reading(late.bytes, in: folder)
        guard let needed else {
            #expect(reading.verdict == .complete)
            #expect(try Reading(early.bytes, in: folder).frames == reading.frames)
            return
        }
        let limit = "it needs \(needed) MiB of memory, and the limit is 128 MiB"
        #expect(reading.frames.count == 2)
        #expect(reading.verdict == .partial(reason: "after frame 2: \(limit)"))
        let reason = "is xz that cannot be decompressed: \(limit)"
        try folder.write(early.bytes)
        #expect(throws: CaptureError.notASavefile(path: path, reason: reason)) { try Reading(path) }
    }

    @Test("No more of the file is read than what was asked for takes, and one chunk")
    func noHurry() throws {
        var file = XzFile()
        for _ in 0..<4 { file.stream([[UInt8](repeating: 5, count: 150_000)]) }
        let input = try ByteReader(path: try folder.write(file.bytes))
        let content = try #require(ByteReader(decompressing: input, .xz))
        var buffer = [UInt8](repeating: 1, count: 4096)
        var total = 0
        while true {
            let count = content.read(into: &buffer, at: 0, count: buffer.count)
            guard count > 0 else { break }
            total += count
            #expect(input.bytesRead <= UInt64(total + 70_000))
        }
        #expect(total == file.content.count)
        #expect(content.failure == nil)
    }

    @Test(
        "Bytes come out the same whatever the size of the pieces that are asked for",
        arguments: [1, 2, 7, 300])
    func pieces(size: Int) throws {
        var file = XzFile()
        file.stream([Array(1...200), Array(5...90)])
        file.stream([[7]])
        let input = try ByteReader(path: try folder.write(file.bytes))
        let content = try #require(ByteReader(decompressing: input, .xz))
        var read: [UInt8] = []
        var buffer = [UInt8](repeating: 0xee, count: size + 1)
        while true {
            let count = content.read(into: &buffer, at: 0, count: size)
            guard count > 0 else { break }
            read += buffer[..<count]
        }
        #expect(read == file.content)
        #expect(buffer[size] == 0xee)
    }
}
