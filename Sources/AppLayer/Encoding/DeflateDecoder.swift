/// Decompresses the deflate coding (RFC 9110 section 8.4.1.2): DEFLATE in a zlib wrapper (RFC 1950), as the standard
/// says, or without one, as some servers do. The first two bytes tell: as a zlib header they are a multiple of 31.
///
/// As browsers do, it does not look at the checksum in the end, nor at what follows.
final class DeflateDecoder {
    private let inflater: Inflater
    private var first: UInt8?
    private var hasBegun = false
    private var hasEnded = false

    /// Nil when there is no memory for it.
    init?() {
        guard let inflater = Inflater() else { return nil }
        self.inflater = inflater
    }

    /// True when the input may end here.
    var isWhole: Bool { hasEnded }

    /// Takes the next bytes and hands on what they decode to, until `body` says false (`limit`).
    func decode(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        if hasEnded { return .ended }
        var position = 0
        while !hasBegun, position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard let first else {
                first = byte
                continue
            }
            let outcome = begin(first, byte, body)
            if outcome != .more { return outcome }
        }
        return inflate(bytes.extracting(position..<bytes.count), body)
    }

    private func begin(
        _ first: UInt8, _ second: UInt8, _ body: (Span<UInt8>) -> Bool
    ) -> ContentDecoder.Outcome {
        hasBegun = true
        let isZlib = first & 0x0f == 8 && first >> 4 <= 7 && (Int(first) << 8 | Int(second)) % 31 == 0
        guard isZlib else { return inflate([first, second].span, body) }
        // No dictionary was ever agreed on for HTTP.
        return second & 0x20 == 0 ? .more : .damaged
    }

    private func inflate(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool) -> ContentDecoder.Outcome {
        guard !bytes.isEmpty else { return .more }
        let outcome = inflater.decode(bytes, body).outcome
        hasEnded = outcome == .ended
        return outcome
    }
}
