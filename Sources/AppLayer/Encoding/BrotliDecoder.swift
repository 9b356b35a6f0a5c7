import CBrotli

/// Decompresses the br coding (RFC 7932), in pieces, with libbrotlidec.
///
/// Its window is at most 16 MiB, and libbrotlidec allocates it in proportion to what comes out; large windows, which
/// the RFC does not have, stay switched off.
///
/// Safe, because `state` and `chunk` are made in `init` and released in `deinit`, once; libbrotlidec is given the
/// caller's bytes for the length of one call of `decode` only, and writes no more than `room` bytes into `chunk`.
@safe
final class BrotliDecoder {
    private let state: OpaquePointer
    private let chunk: UnsafeMutableBufferPointer<UInt8>
    private var hasEnded = false

    /// Nil when there is no memory for it.
    init?() {
        guard let state = unsafe BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
        unsafe self.state = unsafe state
        unsafe chunk = .allocate(capacity: ContentDecoder.chunkSize)
    }

    deinit {
        unsafe BrotliDecoderDestroyInstance(state)
        unsafe chunk.deallocate()
    }

    /// True when the input may end here.
    var isWhole: Bool { hasEnded }

    /// Takes the next bytes and hands on what they decode to, until `body` says false (`limit`).
    func decode(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        if hasEnded { return .ended }
        // Before it asks for more input libbrotlidec hands out all it has, but at an error it drops what is in its
        // window: so it gets one byte after the other, and what comes out does not depend on the cuts.
        for index in 0..<bytes.count {
            let outcome = run(bytes.extracting(index..<index + 1), body)
            if outcome != .more { return outcome }
        }
        return .more
    }

    /// Runs libbrotlidec until it has used up its input or wants no more of it.
    private func run(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        unsafe bytes.withUnsafeBufferPointer { input in
            var next = input.baseAddress
            var left = input.count
            while true {
                var target = unsafe chunk.baseAddress
                var room = ContentDecoder.chunkSize
                let result = unsafe BrotliDecoderDecompressStream(state, &left, &next, &room, &target, nil)
                let count = ContentDecoder.chunkSize - room
                if count > 0,
                    !body(unsafe Span(_unsafeElements: UnsafeBufferPointer(chunk)).extracting(first: count))
                {
                    return .limit
                }
                switch result {
                case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
                case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return .more
                case BROTLI_DECODER_RESULT_SUCCESS:
                    hasEnded = true
                    return .ended
                default: return .damaged
                }
            }
        }
    }
}
