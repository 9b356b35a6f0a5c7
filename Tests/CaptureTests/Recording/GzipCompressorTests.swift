import Testing

@testable import Capture

@Suite struct GzipCompressorTests {
    @Test("Members say their own length, and one after another they read as one")
    func members() throws {
        let compressor = try #require(GzipCompressor())
        let pieces: [[UInt8]] = [
            PcapngFile.sample().bytes, [], [UInt8](repeating: 7, count: 100_000),
            (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) },
        ]
        var file: [UInt8] = []
        for piece in pieces {
            let member = try #require(compressor.member(piece))
            #expect(GzipCompressor.memberLength(member) == UInt64(member.count))
            #expect(Array(member.suffix(8).prefix(4)) == Self.little(CRC32.of(piece)))
            file += member
        }
        let path = try TemporaryFolder()
        let input = try ByteReader(path: try path.write(file))
        let content = try #require(ByteReader(decompressing: input, .gzip))
        let expected = Array(pieces.joined())
        #expect(content.peek(expected.count + 1) == expected)
        #expect(content.failure == nil)
    }

    @Test("Only the beginning of a member of ours has a length")
    func foreign() throws {
        let member = try #require(GzipCompressor()?.member([1, 2, 3]))
        #expect(GzipCompressor.memberLength(Array(member.prefix(19))) == nil)
        for place in 0..<16 {
            var other = member
            other[place] ^= 1
            #expect(GzipCompressor.memberLength(other) == nil)
        }
    }

    private static func little(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
    }
}
