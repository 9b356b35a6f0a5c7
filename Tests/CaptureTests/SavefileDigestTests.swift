import Foundation
import NetTypes
import Testing

@testable import Capture

@Suite("The digest of a savefile, taken while it is read")
struct SavefileDigestTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Reads all frames of a savefile, or some, and gives its digest.
    private func digest(
        _ path: String, hashes: Bool = true, frames: Int = .max, goesOn: (UInt64) -> Bool = { _ in true }
    ) throws -> [UInt8]? {
        var savefile = try Savefile(path: path, hashes: hashes)
        var count = 0
        while count < frames, try savefile.withNextFrame({ _, _ in }) { count += 1 }
        return savefile.digest(goesOn: goesOn)
    }

    /// What files hold, by what is odd about them.
    private static let files: [(String, [UInt8])] = {
        let pcap = PcapFile.sample().bytes
        var damaged = PcapFile.sample()
        damaged.record([1, 2, 3], captured: 1 << 30)
        var file = GzipFile()
        file.member([.literals(pcap)])
        // Longer than any buffer, so that the end is not there when the damage is met.
        let rest = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 / 3) }
        let zeros = [UInt8](repeating: 0, count: 640_000)
        let skippable: [UInt8] = [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 7, 7, 7]
        var files: [(String, [UInt8])] = [
            ("pcap", pcap), ("pcapng", PcapngFile.sample().bytes), ("no frame", PcapFile().bytes),
            ("cut in a record", pcap.dropLast(3)), ("cut in the header", Array(pcap.prefix(10))),
        ]
        files.append(("damaged in the middle", damaged.bytes + rest))
        files.append(("garbage behind the blocks", PcapngFile.sample().bytes + rest))
        files.append(("gzip cut short", file.bytes.dropLast(9)))
        files.append(("garbage behind gzip", file.bytes + rest))
        files.append(("long", pcap + zeros))
        files.append(("skippable frame first", skippable + CompressionTests.Sample.zstd.bytes))
        for sample in CompressionTests.Sample.allCases { files.append((sample.rawValue, sample.bytes)) }
        return files
    }()

    @Test("It is that of the bytes on the disk, whatever they are", arguments: files)
    func whole(name: String, bytes: [UInt8]) throws {
        let path = try folder.write(bytes)
        #expect(try digest(path) == Digest.of(bytes.span))
        #expect(try digest(path, frames: 1) == Digest.of(bytes.span), "the rest is read for it")
        #expect(try digest(path, frames: 0) == Digest.of(bytes.span))
    }

    @Test("There is none where nobody asked, of a pipe, and a second time")
    func none() throws {
        let path = try folder.write(PcapFile.sample().bytes)
        #expect(try digest(path, hashes: false) == nil)
        let savefile = try Savefile(path: path, hashes: true)
        let (first, second) = (savefile.digest { _ in true }, savefile.digest { _ in true })
        #expect(first != nil && second == nil)
        let pipe = folder.path + "/pipe"
        // The path outlives the call.
        let isMade = unsafe mkfifo(pipe, 0o600) == 0
        #expect(isMade)
        let writer = try #require(FileHandle(forUpdatingAtPath: pipe))
        try writer.write(contentsOf: Data(PcapFile.sample().bytes))
        var piped = try Savefile(path: pipe, hashes: true)
        let hasFrame = try piped.withNextFrame { _, _ in }
        // Or it would be waited for more.
        try writer.close()
        let digest = piped.digest { _ in true }
        #expect(hasFrame && digest == nil)
    }

    @Test("Reading the rest for it ends when it is told to, and then there is none")
    func stopped() throws {
        let bytes = PcapFile.sample().bytes + [UInt8](repeating: 0xff, count: 1 << 20)
        let path = try folder.write(bytes)
        var asked: [UInt64] = []
        let stopped = try digest(path) {
            asked.append($0)
            return asked.count < 3
        }
        #expect(stopped == nil && asked.count == 3)
        let isRising = zip(asked, asked.dropFirst()).allSatisfy { $0 < $1 && $1 - $0 <= 128 << 10 }
        #expect(isRising && (asked.last ?? 0) < UInt64(bytes.count))
    }
}
