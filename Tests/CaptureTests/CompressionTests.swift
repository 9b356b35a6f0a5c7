import Foundation
import NetTypes
import TestSupport
import Testing

@testable import Capture

struct CompressionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("A compressed savefile gives the frames of the plain one", arguments: Sample.allCases)
    func samples(sample: Sample) throws {
        let reading = try Reading(sample.bytes, in: folder)
        #expect(reading.verdict == .complete)
        #expect(reading.frames.map(\.bytes) == Sample.frames)
        #expect(reading.timestamps == [100_000_000_000, 101_000_001_000, 102_000_002_000])
    }

    @Test("Progress is told in bytes of the compressed file", arguments: Sample.allCases)
    func progress(sample: Sample) throws {
        let reading = try Reading(sample.bytes, in: folder)
        #expect(reading.fileSize == UInt64(sample.bytes.count))
        #expect(reading.bytesRead == UInt64(sample.bytes.count))
    }

    @Test("Two compressed files in a row are one", arguments: [Sample.gzip, .zstd, .xz, .bzip2])
    func concatenated(sample: Sample) throws {
        // The second one's file header is no record, but nobody can know that.
        let reading = try Reading(sample.bytes + sample.bytes, in: folder)
        #expect(reading.frames.count > Sample.frames.count)
        #expect(reading.frames.map(\.bytes).starts(with: Sample.frames))
    }

    @Test(
        "A compressed savefile cut at any length is never called complete with a frame missing",
        arguments: Sample.allCases)
    func cut(sample: Sample) throws {
        for length in 0..<sample.bytes.count {
            let path = try folder.write(Array(sample.bytes.prefix(length)))
            guard let reading = try? Reading(path) else { continue }
            #expect(Sample.frames.starts(with: reading.frames.map(\.bytes)), "cut at \(length)")
            #expect(reading.isPartial || reading.frames.count == Sample.frames.count, "cut at \(length)")
        }
    }

    @Test("A compressed savefile that is cut after its last frame is partial, in the decompressor's words")
    func cutAtTheEnd() throws {
        let reading = try Reading(Array(Sample.lz4.bytes.dropLast()), in: folder)
        #expect(reading.frames.map(\.bytes) == Sample.frames)
        guard case .partial(let reason) = reading.verdict else {
            Issue.record("a cut file was called complete")
            return
        }
        #expect(reason.hasPrefix("after frame 3: ") && reason.contains("lz4"))
    }

    @Test(
        "What is cut inside the first block of a block format is refused, with that as the reason",
        arguments: [Sample.zstd, .lz4, .bzip2])
    func cutInTheFirstBlock(sample: Sample) throws {
        let path = try folder.write(Array(sample.bytes.prefix(sample.bytes.count / 2)))
        let error = #expect(throws: CaptureError.self) { try Reading(path) }
        guard case .notASavefile(path, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.hasPrefix("is \(sample.rawValue) that cannot be decompressed: it is cut short ("))
    }

    @Test("Skippable frames before the first frame are passed over", arguments: [Sample.zstd, .lz4])
    func skippable(sample: Sample) throws {
        let cases: [(UInt8, [UInt32])] = [(0x50, [0]), (0x5f, [4]), (0x53, [70_000, 0, 12])]
        for (magic, sizes) in cases {
            let skippable = sizes.flatMap { Self.skippableFrame(magic, $0) }
            let reading = try Reading(skippable + sample.bytes, in: folder)
            #expect(reading.frames.map(\.bytes) == Sample.frames)
            #expect(reading.verdict == .complete)
            #expect(try Reading(sample.bytes + skippable, in: folder).frames == reading.frames)
        }
    }

    @Test("Skippable frames are refused where none of their formats follows, or far too many do")
    func skippableAlone() throws {
        let frame = Self.skippableFrame(0x50, 3)
        let most = OpenedSavefile.mostSkippableFrames
        #expect(
            try Reading([[UInt8]](repeating: frame, count: most).joined() + Sample.zstd.bytes, in: folder)
                .verdict == .complete)
        for bytes in [
            frame, Array(frame.dropLast()), Array(frame.prefix(6)), frame + Sample.gzip.bytes,
            frame + PcapFile.sample().bytes,
            [[UInt8]](repeating: frame, count: most + 1).joined() + Sample.zstd.bytes,
        ] {
            let path = try folder.write(bytes)
            #expect(throws: CaptureError.notASavefile(path: path, reason: "begins with 50 2a 4d 18")) {
                try Reading(path)
            }
        }
    }

    private static func skippableFrame(_ magic: UInt8, _ size: UInt32) -> [UInt8] {
        var frame = ByteWriter(order: .little)
        frame.raw([magic, 0x2a, 0x4d, 0x18])
        frame.number(size)
        frame.raw([UInt8](repeating: 0x28, count: Int(size)))
        return frame.bytes
    }

    @Test("A damaged compressed savefile ends or is refused", arguments: Sample.allCases)
    func damaged(sample: Sample) throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var bytes = sample.bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            let path = try folder.write(bytes)
            _ = try? Reading(path)
        }
    }

    @Test("What is no savefile inside is refused with both in the reason")
    func notASavefileInside() throws {
        // gzip of nothing, and of "hello".
        let nothing: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let hello: [UInt8] = [
            0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 7, 0, 0x86, 0xa6, 0x10, 0x36, 5,
            0, 0, 0,
        ]
        for (bytes, reason) in [(nothing, "is empty inside gzip"), (hello, "looks like text inside gzip")] {
            let path = try folder.write(bytes)
            #expect(throws: CaptureError.notASavefile(path: path, reason: reason)) { try Reading(path) }
        }
    }

    @Test("Compressed bytes that are damaged at once are refused", arguments: Sample.allCases)
    func damagedAtOnce(sample: Sample) throws {
        let path = try folder.write(Array(sample.bytes.prefix(10)) + [UInt8](repeating: 0xff, count: 40))
        let error = #expect(throws: CaptureError.self) { try Reading(path) }
        guard case .notASavefile(path, let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.hasPrefix("is \(sample.rawValue) that cannot be decompressed: "))
    }

    @Test(
        "A large file is the same through every program there is, and cut in the middle it is partial",
        arguments: Sample.allCases)
    func programs(sample: Sample) throws {
        guard let program = sample.program else { return }
        // What is in a compressed block that is not whole is lost; lz4's have 4 MiB unless told otherwise.
        let arguments = sample == .lz4 ? ["-B4"] : []
        let file = Self.large
        let plain = try Reading(file.bytes, in: folder)
        let path = try folder.write(file.bytes, as: "plain")
        let compressed = try Program.output(program, arguments + ["-c", path])
        #expect(try Reading(compressed, in: folder).frames == plain.frames)

        let cut = try Reading(Array(compressed.prefix(compressed.count * 9 / 10)), in: folder)
        #expect(cut.isPartial)
        #expect(cut.frames.count > 1000)
        #expect(plain.frames.starts(with: cut.frames))

        let nested = try folder.write(
            try Program.output(program, ["-c", try folder.write(compressed, as: "once")]))
        let reason =
            [.gzip, .xz].contains(sample)
            ? "is \(sample.rawValue) inside \(sample.rawValue)"
            : "is \(sample.rawValue) that cannot be decompressed: it is compressed more than once"
        #expect(throws: CaptureError.notASavefile(path: nested, reason: reason)) { try Reading(nested) }
    }

    /// More than a megabyte that compresses, but not to nothing.
    private static let large: PcapngFile = {
        var file = PcapngFile()
        file.section(.little)
        file.interface()
        var generator = SeededGenerator(seed: 1)
        for index in 0..<4500 {
            var frame = ByteWriter(order: .little)
            for _ in 0..<38 { frame.number(generator.next() & 0x3f3f_3f3f_3f3f_3f3f) }
            file.enhanced(frame.bytes, ticks: UInt64(index))
        }
        return file
    }()

    /// One pcap file of three frames in every compression, so that the tests need no program.
    enum Sample: String, CaseIterable {
        case gzip, zstd, lz4, xz, bzip2

        static let frames = [1, 2, 3].map { [UInt8](repeating: $0, count: 20) }

        var bytes: [UInt8] { [UInt8](Data(base64Encoded: text) ?? Data()) }

        var program: String? {
            let path = "/usr/bin/" + rawValue
            return FileManager.default.isExecutableFile(atPath: path) ? path : nil
        }

        private var text: String {
            switch self {
            case .gzip:
                "H4sIAAAAAAACA7tyeNNCJgYWBhj4/5+BgRFIp0D5IlDMiAWkMkDUwtQwYQFpIHEkNcxYAABmSRLthAAAAA=="
            case .zstd:
                "KLUv/QRopQEAYsIHEeBpDTCrAgICuO4BEGGzt5QpwF6sTkr8x+u7oZmDUgcgYHQ8ktBQJ3YYTxIhL8JxAd8l7dA="
            case .lz4:
                "BCJNGGRApz0AAACE1MOyoQIABAABAJP//wAAAQAAAGQQABMUBAAfAQEAABBlGAAHJAAfAgEAABBmGAAHJAAaAwEAUAMDAwMDAAAA"
                    + "AHKquDQ="
            case .xz:
                "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4ACDACpdAGow0ch9i/gJm62US4rzSIYZP8WQIzwr/2AMG13Ahq7HQvX0a93UIf74AAAA"
                    + "AG+RGgFo1iQ/AAFGhAEAAACbTI7mscRn+wIAAAAABFla"
            case .bzip2:
                "QlpoOTFBWSZTWTCvUN0AACdhHv4ARAAHACAAEAAIAAQAAACgAFRRkwABmqeqYmTTHtcYyKqHa5ODaUE1GaIzLH5JGD0v94LZou5I"
                    + "pwoSBhXqG6A="
            }
        }
    }
}
