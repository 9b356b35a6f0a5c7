import NetTypes
import TestSupport
import Testing

@testable import AppLayer

/// Content encodings: each, stacked, damaged, plain, and bombs.
struct ContentDecoderTests {
    private static let pieces = [Int.max, 1, 7]

    /// What a body decodes to when it comes in pieces of a size, and the outcome in the end.
    private func decode(
        _ encoding: String, _ bytes: [UInt8], pieces: Int = .max,
        _ configuration: AppLayerConfiguration = .init()
    ) throws -> (bytes: [UInt8], outcome: ContentDecoder.Outcome) {
        let decoder = try #require(ContentDecoder(contentEncoding: encoding, configuration))
        var result: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            rest = rest.dropFirst(piece.count)
            let outcome = decoder.decode(piece.span) { result.append(copying: $0) }
            if outcome != .more { break }
        }
        return (result, decoder.finish())
    }

    @Test(
        arguments: [
            ("gzip", EncodedSamples.gzip), ("X-GZIP", EncodedSamples.gzip), ("deflate", EncodedSamples.zlib),
            ("deflate", EncodedSamples.raw), ("br", EncodedSamples.brotli), ("zstd", EncodedSamples.zstd),
            ("gzip, br", EncodedSamples.brotliOfGzip),
            (" identity ,gzip,, br\t", EncodedSamples.brotliOfGzip),
        ], pieces)
    func decodesEachEncoding(_ sample: (String, [UInt8]), _ pieces: Int) throws {
        let decoded = try decode(sample.0, sample.1, pieces: pieces)
        #expect(decoded.bytes == EncodedSamples.text)
        #expect(decoded.outcome == .ended)
    }

    @Test(arguments: pieces)
    func decodesAllMembersAndIgnoresWhatFollows(_ pieces: Int) throws {
        let garbage = Array("\u{1f}garbage".utf8)
        let members = EncodedSamples.gzip + EncodedSamples.gzipFull + garbage
        let gzip = try decode("gzip", members, pieces: pieces)
        #expect(gzip.bytes == EncodedSamples.text + Array("short".utf8))
        #expect(gzip.outcome == .ended)
        let skipped: [UInt8] = [0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]
        let frames = EncodedSamples.zstd + skipped + EncodedSamples.zstd + garbage
        let zstd = try decode("zstd", frames, pieces: pieces)
        #expect(zstd.bytes == EncodedSamples.text + EncodedSamples.text)
        #expect(zstd.outcome == .ended)
        for (name, sample) in [
            ("deflate", EncodedSamples.zlib), ("deflate", EncodedSamples.raw), ("br", EncodedSamples.brotli),
        ] {
            let decoded = try decode(name, sample + garbage, pieces: pieces)
            #expect(decoded.bytes == EncodedSamples.text)
            #expect(decoded.outcome == .ended)
        }
    }

    @Test func doesWithoutATrailerThatIsRight() throws {
        var wrong = EncodedSamples.gzip
        wrong[wrong.count - 6] ^= 0xff
        #expect(try decode("gzip", wrong).outcome == .ended)
        #expect(try decode("gzip", wrong.dropLast(5)).outcome == .ended)
        #expect(try decode("gzip", wrong.dropLast(5)).bytes == EncodedSamples.text)
    }

    @Test(arguments: pieces)
    func handsOnWhatCameBeforeTheCut(_ pieces: Int) throws {
        for (name, sample) in [
            ("gzip", EncodedSamples.gzip), ("deflate", EncodedSamples.raw), ("br", EncodedSamples.brotli),
        ] {
            let decoded = try decode(name, sample.dropLast(30), pieces: pieces)
            #expect(!decoded.bytes.isEmpty)
            #expect(EncodedSamples.text.starts(with: decoded.bytes))
            #expect(decoded.outcome == .damaged)
        }
        #expect(try decode("zstd", EncodedSamples.zstd.dropLast(2), pieces: pieces).outcome == .damaged)
    }

    @Test(arguments: pieces)
    func zstdHandsOnTheBlocksBeforeTheDamage(_ pieces: Int) throws {
        // A frame of six bytes: a raw block of three, and one of a type that does not exist.
        let head: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd, 0x20, 6]
        let frame = head + [3 << 3, 0, 0] + Array("abc".utf8) + [3 << 3 | 3 << 1 | 1, 0, 0, 1, 2, 3]
        let decoded = try decode("zstd", frame, pieces: pieces)
        #expect(decoded.bytes == Array("abc".utf8))
        #expect(decoded.outcome == .damaged)
    }

    @Test(arguments: ["gzip", "deflate", "br", "zstd", "gzip, gzip"], pieces)
    func passesThroughWhatIsPlain(_ name: String, _ pieces: Int) throws {
        let plain = Array("~~~ plain text from a server that says it is something else".utf8)
        let decoded = try decode(name, plain, pieces: pieces)
        #expect(decoded.bytes == plain)
        #expect(decoded.outcome == .damaged)
    }

    @Test func knowsWhatIsNothingAndWhatIsUnknown() throws {
        let configuration = AppLayerConfiguration()
        #expect(ContentDecoder(contentEncoding: "", configuration) == nil)
        #expect(ContentDecoder(contentEncoding: "identity, ,", configuration) == nil)
        #expect(try #require(ContentDecoder(contentEncoding: "gzip, aes128gcm", configuration)).isUnknown)
        #expect(try #require(ContentDecoder(contentEncoding: "gzip", configuration)).isUnknown == false)
        #expect(try decode("compress", EncodedSamples.gzip).bytes == EncodedSamples.gzip)
        #expect(try decode("gzip", []).outcome == .ended)
    }

    @Test func doesNotUndoMoreThanFour() throws {
        let four = try decode("gzip, gzip, gzip, gzip", EncodedSamples.gzip)
        #expect(four.outcome == .damaged)
        let five = try decode("gzip, gzip, gzip, gzip, gzip", EncodedSamples.gzip)
        #expect(five.bytes == EncodedSamples.gzip)
        #expect(five.outcome == .limit)
    }

    @Test(arguments: pieces)
    func cutsBombsAtTheSamePlace(_ pieces: Int) throws {
        let bombs = [
            ("br", EncodedSamples.brotliZeros), ("zstd", EncodedSamples.zstdZeros),
            ("gzip", [[UInt8]](repeating: EncodedSamples.gzipZeros, count: 40).flatMap { $0 }),
        ]
        for (name, bomb) in bombs {
            let decoded = try decode(name, bomb, pieces: pieces)
            #expect(decoded.bytes.count == ContentDecoder.freeOutput)
            #expect(decoded.outcome == .limit)
        }
        var generous = AppLayerConfiguration()
        generous.expansion = 1 << 20
        let decoded = try decode("br", EncodedSamples.brotliZeros, pieces: pieces, generous)
        #expect(decoded.bytes.count == 8 << 20)
        #expect(decoded.outcome == .ended)
        // These grow by 680, and one block of input allows for more than a mebibyte.
        var strict = AppLayerConfiguration()
        strict.expansion = 300
        let members = [[UInt8]](repeating: EncodedSamples.gzipZeros, count: 100).flatMap { $0 }
        #expect(try decode("gzip", members, pieces: pieces, strict).bytes.count == 4_096 * 300)
    }

    @Test func limitsEachEncodingOfAStack() throws {
        // Brotli makes 8 MiB of 14 bytes, which gzip would throw away as they are no gzip.
        let decoded = try decode("gzip, br", EncodedSamples.brotliZeros)
        #expect(decoded.outcome == .limit)
        #expect(decoded.bytes.count <= ContentDecoder.freeOutput)
    }

    @Test func refusesAWindowBeyondEightMebibytes() throws {
        // A frame that asks for a window of 16 MiB, with one empty block.
        let large = try decode("zstd", [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x70, 0x01, 0x00, 0x00])
        #expect(large.outcome == .damaged)
        let allowed = try decode("zstd", [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x68, 0x01, 0x00, 0x00])
        #expect(allowed.outcome == .ended)
    }

    @Test(arguments: [
        ("gzip", EncodedSamples.gzip), ("deflate", EncodedSamples.zlib), ("br", EncodedSamples.brotli),
        ("zstd", EncodedSamples.zstd), ("gzip, br", EncodedSamples.brotliOfGzip),
    ])
    func survivesDamage(_ name: String, _ sample: [UInt8]) throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            let whole = try decode(name, bytes)
            let single = try decode(name, bytes, pieces: 1)
            #expect(whole.outcome == single.outcome)
            #expect(whole.bytes == single.bytes, "\(bytes)")
            #expect(whole.bytes.count <= ContentDecoder.freeOutput)
        }
    }
}
