import CZstd

/// Decompresses the zstd coding (RFC 8878), in pieces, with libzstd: frames one after another. What follows the last
/// frame is ignored.
///
/// Its window is at most 8 MiB, which RFC 8878 section 3.1.1.1.2 recommends (RFC 9659 demands it for HTTP). The magic
/// number of each frame is looked at first, because libzstd may know formats from before the RFC.
///
/// Safe, because `context` and `chunk` are made in `init` and released in `deinit`, once; libzstd is given the
/// caller's bytes for the length of one call of `run` only, and writes no more than `chunk.count` bytes into `chunk`.
@safe
final class ZstdDecoder {
    private static let windowLog: Int32 = 23
    private static let magicLength = 4
    private static let blockHeaderLength = 3

    private let context: OpaquePointer
    private let chunk: UnsafeMutableBufferPointer<UInt8>
    /// The first bytes of a frame, while they are fewer than its magic number has.
    private var magic: [UInt8] = []
    private var isInFrame = false
    private var frames = 0
    private var hasEnded = false
    /// Bytes that libzstd may get at once. At an error it drops what the same call has decoded before, so it gets no
    /// more than the rest of a block, and what comes out does not depend on the cuts.
    private var step = 1

    /// Nil when there is no memory for it.
    init?() {
        guard let context = unsafe ZSTD_createDCtx() else { return nil }
        _ = unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
        unsafe self.context = unsafe context
        unsafe chunk = .allocate(capacity: ContentDecoder.chunkSize)
    }

    deinit {
        _ = unsafe ZSTD_freeDCtx(context)
        unsafe chunk.deallocate()
    }

    /// True when the input may end here.
    var isWhole: Bool { !isInFrame && frames > 0 }

    /// Takes the next bytes and hands on what they decode to, until `body` says false (`limit`).
    func decode(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        var position = 0
        while position < bytes.count {
            if hasEnded { return .ended }
            if isInFrame {
                let end = position + min(bytes.count - position, step)
                let (outcome, used) = run(bytes.extracting(position..<end), body)
                position += used
                if outcome != .more { return outcome }
                continue
            }
            magic.append(bytes[position])
            position += 1
            if magic.count == Self.magicLength {
                let outcome = begin(body)
                if outcome != .more { return outcome }
            }
        }
        return .more
    }

    private func begin(_ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        let head = magic
        magic.removeAll(keepingCapacity: true)
        // In the second kind, which is skipped, any low four bits will do (section 3.1.2).
        let isKnown =
            head == [0x28, 0xb5, 0x2f, 0xfd] || (head[0] & 0xf0 == 0x50 && head[1...] == [0x2a, 0x4d, 0x18])
        guard isKnown else {
            hasEnded = frames > 0
            return hasEnded ? .ended : .damaged
        }
        isInFrame = true
        return run(head.span, body).outcome
    }

    /// Runs libzstd until it has used up its input or a frame ends.
    private func run(
        _ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool
    ) -> (outcome: ContentDecoder.Outcome, used: Int) {
        unsafe bytes.withUnsafeBufferPointer { source in
            var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
            while true {
                var output = unsafe ZSTD_outBuffer(dst: chunk.baseAddress, size: chunk.count, pos: 0)
                let answer = unsafe ZSTD_decompressStream(context, &output, &input)
                let count = unsafe output.pos
                if count > 0,
                    !body(unsafe Span(_unsafeElements: UnsafeBufferPointer(chunk)).extracting(first: count))
                {
                    return unsafe (.limit, input.pos)
                }
                if ZSTD_isError(answer) != 0 { return unsafe (.damaged, input.pos) }
                // What it would like to have next counts the header of the block behind.
                step = max(1, answer - Self.blockHeaderLength)
                if answer == 0 {
                    isInFrame = false
                    step = 1
                    frames += 1
                    return unsafe (.more, input.pos)
                }
                // With room left in the chunk there is nothing more to come out of this input.
                if unsafe input.pos == input.size, count < ContentDecoder.chunkSize {
                    return unsafe (.more, input.pos)
                }
            }
        }
    }
}
