import FuzzSupport
import TestSupport

/// A body with one to four codings. The outer ones are undamaged, so that the innermost is reached.
struct EncodedBody {
    /// The value of Content-Encoding.
    private(set) var encoding: String
    private(set) var bytes: [UInt8]

    private static let samples: [(name: String, bodies: [[UInt8]])] = [
        ("gzip", [EncodedSamples.gzip, EncodedSamples.gzipFull, EncodedSamples.gzipZeros]),
        ("deflate", [EncodedSamples.zlib, EncodedSamples.raw]),
        ("br", [EncodedSamples.brotli, EncodedSamples.brotliZeros]),
        ("zstd", [EncodedSamples.zstd]),
    ]

    /// The lowest two bits choose the innermost coding, the next two how many are around it, the next three which,
    /// and the highest a sample, by another byte.
    init(_ choice: UInt8, _ input: inout FuzzInput) {
        let innermost = Self.samples[Int(choice & 3)]
        encoding = innermost.name
        if choice & 0x80 == 0 {
            bytes = input.take(.max)
        } else {
            let sample = Int(input.byte()) % innermost.bodies.count
            bytes = input.edited(innermost.bodies[sample])
        }
        for layer in 0..<(choice >> 2 & 3) {
            let isGzip = choice >> (4 + layer) & 1 == 0
            encoding += isGzip ? ", gzip" : ", deflate"
            bytes = isGzip ? Compressed.gzip(bytes) : Compressed.deflate(bytes)
        }
    }
}
