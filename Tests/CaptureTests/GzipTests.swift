import Foundation
import TestSupport
import Testing

@testable import Capture

struct GzipTests {
    private static let gzip = "/usr/bin/gzip"
    private static let isThere = FileManager.default.isExecutableFile(atPath: gzip)

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Every kind of block, members that end inside a record, and one that is empty.
    private static func members(of bytes: [UInt8]) -> GzipFile {
        var file = GzipFile()
        let third = bytes.count / 3
        file.member([.literals(Array(bytes[..<21])), .stored(Array(bytes[21..<third]))])
        file.member([])
        file.member([.literals(Array(bytes[third..<(2 * third)]))])
        file.member([.stored(Array(bytes[(2 * third)...]))])
        return file
    }

    @Test("A pcap file in gzip, cut at any length, gives every frame that the bytes determine")
    func cutPcap() throws {
        let pcap = PcapFile.sample(.big)
        let whole = try Reading(pcap.bytes, in: folder)
        let file = Self.members(of: pcap.bytes)
        #expect(file.content == pcap.bytes)
        for length in 2...file.bytes.count {
            let path = try folder.write(Array(file.bytes.prefix(length)))
            let determined = file.determined(by: length)
            guard determined >= 4 else {
                let reason = "is gzip that cannot be decompressed: it is cut short"
                #expect(throws: CaptureError.notASavefile(path: path, reason: reason)) { try Reading(path) }
                continue
            }
            let reading = try Reading(path)
            let frames = max(pcap.boundaries.count { $0 <= determined } - 1, 0)
            #expect(reading.frames == Array(whole.frames.prefix(frames)), "cut at \(length)")
            let mayEnd = file.memberEnds.contains(length) && pcap.boundaries.contains(determined)
            #expect(reading.isPartial != mayEnd, "cut at \(length)")
        }
    }

    @Test("A pcapng file in gzip, cut at any length, gives every frame that the bytes determine")
    func cutPcapng() throws {
        let pcapng = PcapngFile.sample()
        let whole = try Reading(pcapng.bytes, in: folder)
        let file = Self.members(of: pcapng.bytes)
        for length in 60...file.bytes.count {
            let reading = try Reading(Array(file.bytes.prefix(length)), in: folder)
            let determined = file.determined(by: length)
            let boundaries = zip(pcapng.boundaries, pcapng.framesAtBoundary)
            let frames = boundaries.filter { $0.0 <= determined }.last?.1 ?? 0
            #expect(reading.frames == Array(whole.frames.prefix(frames)), "cut at \(length)")
            let mayEnd = file.memberEnds.contains(length) && pcapng.boundaries.contains(determined)
            #expect(reading.isPartial != mayEnd, "cut at \(length)")
        }
    }

    @Test(
        "Of a cut file at least the frames are read that are whole in what gzip makes of it",
        .enabled(if: isThere, "there is no gzip program"))
    func program() throws {
        var generator = SeededGenerator(seed: 3)
        var pcap = PcapFile()
        for index in 0..<60 {
            let frame = (0..<Int.random(in: 20...90, using: &generator)).map { _ in
                UInt8.random(in: 0x60...0x6f, using: &generator)
            }
            pcap.record(frame, seconds: UInt32(index))
        }
        let compressed = try Program.output(Self.gzip, ["-c", try folder.write(pcap.bytes, as: "plain")])
        for part in 1..<50 {
            let path = try folder.write(Array(compressed.prefix(compressed.count * part / 50)))
            let bytes = try Program.output(Self.gzip, ["-dc", path])
            let atLeast = max(pcap.boundaries.count { $0 <= bytes.count } - 1, 0)
            guard let reading = try? Reading(path) else {
                #expect(bytes.count < 24, "cut at \(part)/50")
                continue
            }
            #expect(reading.isPartial)
            #expect(reading.frames.count >= atLeast, "cut at \(part)/50")
            // gzip wants some bits more than a symbol has before it decodes it: not enough for a frame.
            #expect(reading.frames.count <= atLeast + 1, "cut at \(part)/50")
        }
    }

    @Test("A cut says after which frame it is", arguments: [1, 5, 8])
    func reason(cut: Int) throws {
        let file = Self.members(of: PcapFile.sample().bytes)
        let reading = try Reading(Array(file.bytes.dropLast(cut)), in: folder)
        #expect(reading.verdict == .partial(reason: "after frame 5: it is cut short"))
    }

    @Test("Empty members may be anywhere", arguments: [[0], [1], [2], [0, 0, 1, 1, 2, 2]])
    func emptyMembers(places: [Int]) throws {
        let pcap = PcapFile.sample().bytes
        var file = GzipFile()
        for (index, part) in [pcap[..<3], pcap[3...]].enumerated() {
            for _ in places where places.contains(index) { file.member([]) }
            file.member([.literals(Array(part))])
        }
        for _ in places where places.contains(2) { file.member([.stored([])]) }
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames == (try Reading(pcap, in: folder)).frames)
        #expect(reading.verdict == .complete)
    }

    @Test("Zeros after the last member are padding", arguments: [1, 2, 511, 200_000])
    func padding(zeros: Int) throws {
        let file = Self.members(of: PcapFile.sample().bytes)
        let reading = try Reading(file.bytes + [UInt8](repeating: 0, count: zeros), in: folder)
        #expect(reading.frames.count == 5)
        #expect(reading.verdict == .complete)
        #expect(reading.bytesRead == UInt64(file.bytes.count + zeros))
    }

    @Test(
        "Anything else after the last member is said once all frames are read",
        arguments: [
            ([1], "something else follows the compressed data"),
            ([0, 0, 0, 9], "something else follows the compressed data"),
            ([0, 0x1f, 0x8b, 8], "something else follows the compressed data"),
            ([0x1f], "it is cut short"), ([0x1f, 0x8b, 8], "it is cut short"),
            ([0x1f, 0x20, 0x20], "incorrect header check"),
            ([0x1f, 0x8b, 7, 0], "unknown compression method"),
        ])
    func garbage(more: [UInt8], reason: String) throws {
        let file = Self.members(of: PcapFile.sample().bytes)
        let reading = try Reading(file.bytes + more, in: folder)
        #expect(reading.frames.count == 5)
        #expect(reading.verdict == .partial(reason: "after frame 5: \(reason)"))
    }

    @Test("Damage in the middle ends reading after the last frame before it, in zlib's words")
    func damage() throws {
        let pcap = PcapFile.sample()
        let end = pcap.boundaries[3]
        var file = GzipFile()
        file.member([.literals(Array(pcap.bytes[..<end])), .stored(Array(pcap.bytes[end...]))])
        // The length of the stored block comes twice.
        let length = 10 + (file.bytes.count - 10 - 10 - (pcap.bytes.count - end) - 4)
        var bytes = file.bytes
        bytes[length] ^= 1
        let reading = try Reading(bytes, in: folder)
        #expect(reading.frames == Array(try Reading(pcap.bytes, in: folder).frames.prefix(3)))
        #expect(reading.verdict == .partial(reason: "after frame 3: invalid stored block lengths"))
    }

    @Test("A member whose checksum is wrong gives its frames, and what follows it is not read")
    func checksum() throws {
        let pcap = PcapFile.sample()
        let end = pcap.boundaries[2]
        var file = GzipFile()
        file.member([.literals(Array(pcap.bytes[..<end]))], sum: 1)
        file.member([.literals(Array(pcap.bytes[end...]))])
        let reading = try Reading(file.bytes, in: folder)
        #expect(reading.frames == Array(try Reading(pcap.bytes, in: folder).frames.prefix(2)))
        #expect(reading.verdict == .partial(reason: "after frame 2: incorrect data check"))
    }

    @Test("A bomb is decompressed only as far as it is read")
    func bomb() throws {
        var member = GzipFile()
        member.member([.zeros(repeats: 1000)])
        let file = (0..<64).flatMap { _ in member.bytes }
        let input = try ByteReader(path: try folder.write(file))
        let content = try #require(ByteReader(decompressing: input, .gzip))
        var buffer = [UInt8](repeating: 1, count: 4096)
        var total = 0
        while true {
            let count = content.read(into: &buffer, at: 0, count: buffer.count)
            guard count > 0 else { break }
            total += count
            // One chunk of input is in hand at most.
            #expect(input.bytesRead <= UInt64(total * file.count / (64 * 258_001) + 70_000))
        }
        #expect(total == 64 * 258_001)
        #expect(content.failure == nil)
    }

    @Test(
        "Bytes come out the same whatever the size of the pieces that are asked for",
        arguments: [1, 2, 7, 300])
    func pieces(size: Int) throws {
        var file = GzipFile()
        file.member([.zeros(repeats: 3), .literals(Array(1...200)), .stored(Array(5...90))])
        file.member([.literals([7])])
        let input = try ByteReader(path: try folder.write(file.bytes))
        let content = try #require(ByteReader(decompressing: input, .gzip))
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
