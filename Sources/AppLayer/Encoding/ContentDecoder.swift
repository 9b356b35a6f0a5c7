/// Undoes the content encodings of one body (RFC 9110 section 8.4), in pieces.
///
/// What comes out is limited by what went in (`AppLayerConfiguration.expansion`), for each coding of a stack. The
/// input is counted in blocks of `blockSize` bytes, so that the place where a bomb is cut off does not depend on how
/// the input was cut. Memory is a window for each coding: 32 KiB, for brotli up to 16 MiB and for zstd up to 8 MiB.
final class ContentDecoder {
    /// What came of the bytes.
    enum Outcome {
        /// All was decoded, and more may come.
        case more
        /// The encoding ended; what follows is ignored.
        case ended
        /// It does not decode any further, or ended too early. What came out before was handed on.
        case damaged
        /// What came out is too much for what went in, or more encodings are named than are undone.
        case limit
    }

    /// Encodings that are undone of one body; no server needs more than two.
    static let mostEncodings = 4
    /// Bytes that come out in one piece at most.
    static let chunkSize = 32 << 10
    /// Bytes of input that are counted as one.
    static let blockSize = 4 << 10
    /// Bytes that may come out in any case. 1 MiB.
    static let freeOutput = 1 << 20

    /// True when an encoding in it is not known; bytes are then passed through as they are.
    let isUnknown: Bool
    private let isTooDeep: Bool
    /// In the order of undoing.
    private let layers: [CodingLayer]
    private let expansion: Int
    private var outcome = Outcome.more

    /// A decoder for the value of a Content-Encoding header; nil when nothing is to be undone (absent, identity).
    init?(contentEncoding: String, _ configuration: AppLayerConfiguration) {
        // More names than one needs to see that there are too many are not looked at.
        let names = contentEncoding.lowercased().split(separator: ",", maxSplits: 64).map { part in
            let start = part.drop { $0 == " " || $0 == "\t" }
            return String(start.prefix { $0 != " " && $0 != "\t" })
        }.filter { !$0.isEmpty && $0 != "identity" }
        guard !names.isEmpty else { return nil }
        expansion = configuration.expansion
        isTooDeep = names.count > Self.mostEncodings
        let known = isTooDeep ? [] : names.reversed().compactMap { CodingLayer($0) }
        isUnknown = !isTooDeep && known.count != names.count
        layers = isUnknown ? [] : known
    }

    /// Takes the next bytes and hands on what they decode to, in pieces. After `ended`, `damaged` or `limit` nothing
    /// more is decoded.
    func decode(_ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Void) -> Outcome {
        if outcome == .more { outcome = feed(0, bytes, allowance: 0, body) }
        return outcome
    }

    /// The input has ended: `ended` when the encodings have as well, or nothing came at all.
    func finish() -> Outcome {
        if isTooDeep { outcome = .limit }
        if outcome == .more { outcome = finish(from: 0) }
        return outcome
    }

    private func finish(from index: Int) -> Outcome {
        for layer in layers[index...] where layer.finish() != .ended { return layer.outcome }
        return .ended
    }

    /// Gives bytes to one coding, and what comes out to the next.
    private func feed(
        _ index: Int, _ bytes: Span<UInt8>, allowance outer: Int, _ body: (Span<UInt8>) -> Void
    ) -> Outcome {
        guard index < layers.count else {
            if !bytes.isEmpty { body(bytes) }
            return .more
        }
        let layer = layers[index]
        var position = 0
        while position < bytes.count {
            let block = min(bytes.count - position, Self.blockSize - layer.taken % Self.blockSize)
            let allowance = index > 0 ? outer : allowance(layer.taken / Self.blockSize + 1)
            var inner = Outcome.more
            let result = layer.decode(
                bytes.extracting(position..<position + block), allowance: allowance
            ) { piece in
                inner = feed(index + 1, piece, allowance: allowance, body)
                return inner == .more
            }
            position += block
            if inner != .more { return inner }
            // When an outer coding ends, so do those in it.
            if result == .ended { return finish(from: index + 1) }
            if result != .more { return result }
        }
        return .more
    }

    /// Bytes that each coding may make of a number of blocks of input.
    private func allowance(_ blocks: Int) -> Int {
        let (product, overflow) = (blocks &* Self.blockSize).multipliedReportingOverflow(
            by: max(1, expansion))
        return overflow ? .max : max(Self.freeOutput, product)
    }
}
