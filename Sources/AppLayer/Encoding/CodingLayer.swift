import NetTypes

/// One content coding that is being undone.
///
/// Some servers name a coding and send plain bytes. What does not decode before anything came out is therefore passed
/// through as it is, as browsers and analyzers do; only the outcome in the end says so.
final class CodingLayer {
    /// How many bytes of input are kept while nothing has come out of them. No coding's header is longer, but for
    /// gzip's file names, and those that decode are not missed.
    private static let mostKept = ContentDecoder.blockSize

    private enum Coding {
        case gzip(GzipDecoder)
        case deflate(DeflateDecoder)
        case brotli(BrotliDecoder)
        case zstd(ZstdDecoder)
    }

    private let coding: Coding
    /// Bytes that were taken.
    private(set) var taken = 0
    /// Bytes that came out.
    private var produced = 0
    /// The input so far, until something comes out; nil from then on, or when it is too long.
    private var kept: [UInt8]? = []
    /// True when the bytes are not what they claim to be.
    private var passesThrough = false
    private(set) var outcome = ContentDecoder.Outcome.more

    /// Nil when the coding has a name that is not known, or there is no memory for it.
    init?(_ name: String) {
        switch name {
        case "gzip", "x-gzip":
            guard let decoder = GzipDecoder() else { return nil }
            coding = .gzip(decoder)
        case "deflate":
            guard let decoder = DeflateDecoder() else { return nil }
            coding = .deflate(decoder)
        case "br":
            guard let decoder = BrotliDecoder() else { return nil }
            coding = .brotli(decoder)
        case "zstd":
            guard let decoder = ZstdDecoder() else { return nil }
            coding = .zstd(decoder)
        default: return nil
        }
    }

    /// Takes the next bytes, at most up to the end of a block of `ContentDecoder.blockSize` bytes, and hands on what
    /// they decode to, until `allowance` bytes came out or `body` says false.
    func decode(
        _ bytes: Span<UInt8>, allowance: Int, _ body: (Span<UInt8>) -> Bool
    ) -> ContentDecoder.Outcome {
        guard outcome == .more else { return outcome }
        taken += bytes.count
        if passesThrough { return body(bytes) ? .more : .limit }
        keep(bytes)
        let result = undo(bytes) { piece in
            kept = nil
            let room = min(piece.count, max(0, allowance - produced))
            produced += room
            return body(piece.extracting(first: room)) && room == piece.count
        }
        outcome = result
        guard result == .damaged, let kept else { return result }
        passesThrough = true
        outcome = .more
        self.kept = nil
        return body(kept.span) ? .more : .limit
    }

    /// The input has ended.
    func finish() -> ContentDecoder.Outcome {
        guard outcome == .more else { return outcome }
        // A body without a byte (an answer to HEAD, for example) has nothing to be undone.
        outcome = taken == 0 || (isWhole && !passesThrough) ? .ended : .damaged
        return outcome
    }

    private func keep(_ bytes: Span<UInt8>) {
        guard kept != nil else { return }
        guard taken <= Self.mostKept else {
            kept = nil
            return
        }
        kept?.append(copying: bytes)
    }

    private var isWhole: Bool {
        switch coding {
        case .gzip(let decoder): decoder.isWhole
        case .deflate(let decoder): decoder.isWhole
        case .brotli(let decoder): decoder.isWhole
        case .zstd(let decoder): decoder.isWhole
        }
    }

    private func undo(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        switch coding {
        case .gzip(let decoder): decoder.decode(bytes, body)
        case .deflate(let decoder): decoder.decode(bytes, body)
        case .brotli(let decoder): decoder.decode(bytes, body)
        case .zstd(let decoder): decoder.decode(bytes, body)
        }
    }
}
