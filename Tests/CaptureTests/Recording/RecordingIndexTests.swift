import NetTypes
import Testing

@testable import Capture

@Suite struct RecordingIndexTests {
    private static func digest(_ number: UInt8) throws -> CommunityDigest {
        try #require(CommunityDigest([number] + [UInt8](repeating: 9, count: 19)))
    }

    /// Three blocks of 100 bytes after a header of 50, and flows 3 (all blocks), 1 (the second) and 2 (first, third).
    private static func sample() throws -> RecordingIndex {
        var builder = RecordingIndexBuilder()
        let flows: [[UInt8]] = [[3, 2, 3], [1, 3], [3, 2]]
        for (place, block) in flows.enumerated() {
            for (number, flow) in block.enumerated() {
                builder.note(try digest(flow), at: Timestamp(nanoseconds: Int64(place * 10 + number)))
            }
            builder.note(nil, at: Timestamp(nanoseconds: Int64(place * 10 + 5)))
            builder.endBlock(FileExtent(offset: 50 + UInt64(place) * 100, length: 100))
        }
        // Noted for a block that never came to be.
        builder.note(try digest(4), at: .zero)
        builder.note(try digest(1), at: .zero)
        return builder.index(fileLength: 350, headerLength: 50)
    }

    @Test("It reads back as it was written, and knows the blocks of a flow and a time")
    func lookup() throws {
        let index = try RecordingIndex(try Self.sample().bytes)
        #expect(index == (try Self.sample()))
        func offsets(_ flow: UInt8, _ from: Int64 = .min, _ to: Int64 = .max) throws -> [UInt64] {
            index.blocks(
                of: try Self.digest(flow), from: Timestamp(nanoseconds: from), to: Timestamp(nanoseconds: to)
            ).map(\.extent.offset)
        }
        #expect(try offsets(3) == [50, 150, 250])
        #expect(try offsets(1) == [150])
        #expect(try offsets(2) == [50, 250])
        #expect(try offsets(4) == [] && offsets(0) == [] && offsets(255) == [])
        #expect(try offsets(3, 6, 10) == [150])
        #expect(try offsets(3, 5, 9) == [50])
        #expect(try offsets(2, 22, 30) == [])
        #expect(index.blocks.map(\.frames) == [4, 3, 3])
    }

    @Test("Cut anywhere, changed anywhere, it is refused")
    func damaged() throws {
        let bytes = try Self.sample().bytes
        for length in 0..<bytes.count {
            #expect(throws: SavefileDamage.self) { try RecordingIndex(Array(bytes.prefix(length))) }
        }
        for place in bytes.indices {
            var wrong = bytes
            wrong[place] ^= 0x80
            #expect(throws: SavefileDamage.self) { try RecordingIndex(wrong) }
        }
    }

    @Test("With a right checksum over any other bytes it is total, and what it accepts points into the file")
    func hostile() throws {
        let bytes = try Self.sample().bytes
        let body = bytes.dropLast(32)
        for place in body.indices {
            for value: UInt8 in [0, 1, 0x7f, 0xff] {
                var wrong = Array(body)
                wrong[place] = value
                wrong += Digest.of(wrong.span)
                guard let index = try? RecordingIndex(wrong) else { continue }
                for flow: UInt8 in 0...4 {
                    let blocks = index.blocks(
                        of: try Self.digest(flow), from: Timestamp(nanoseconds: .min),
                        to: Timestamp(nanoseconds: .max))
                    #expect(blocks.allSatisfy { $0.extent.end <= index.fileLength })
                }
            }
        }
    }

    @Test("A Community ID is read from its text, and nothing else is")
    func digestText() throws {
        let digest = try #require(CommunityDigest(text: "1:LQU9qZlK+B5F3KDmev6m5PMibrg="))
        let bytes: [UInt8] = [
            0x2d, 0x05, 0x3d, 0xa9, 0x99, 0x4a, 0xf8, 0x1e, 0x45, 0xdc, 0xa0, 0xe6, 0x7a, 0xfe, 0xa6, 0xe4,
            0xf3,
            0x22, 0x6e, 0xb8,
        ]
        #expect(digest == CommunityDigest(bytes))
        var written: [UInt8] = []
        digest.write(to: &written)
        #expect(written == bytes)
        for text in [
            "", "1:", "2:LQU9qZlK+B5F3KDmev6m5PMibrg=", "1:LQU9qZlK+B5F3KDmev6m5PMibr==",
            "1:LQU9qZlK+B5F3KDmev6m5PMibrh=", "1:LQU9qZlK+B5F3KDmev6m5PMibrgg",
            "1:LQU9qZlK_B5F3KDmev6m5PMibrg=",
        ] {
            #expect(CommunityDigest(text: text) == nil, "\(text)")
        }
        #expect(CommunityDigest([1, 2, 3]) == nil)
    }

    @Test("Names are told from others letter by letter, and their order is that of time and number")
    func names() {
        let name = RecordingName(Timestamp(seconds: 1_795_482_000, nanoseconds: 5), number: 42, .gzip)
        #expect(name.text == "haidang-20261124T010000Z-000000042.pcapng.gz")
        #expect(RecordingName(name.text) == name)
        #expect(RecordingName(name.text + "x") == nil && RecordingName("x" + name.text) == nil)
        #expect(RecordingName(name.index) == nil && RecordingName(name.part) == nil)
        #expect(RecordingName(name.text.replacing("0042", with: "004é")) == nil)
        #expect(RecordingName("") == nil)
        #expect(RecordingName.number(after: 999_999_999) == 1 && RecordingName.number(after: 7) == 8)
    }
}
