import FuzzSupport
import NetTypes
import TestSupport

/// Takes one encoded body, which zlib, brotli and zstd decode: a byte that chooses the codings, three for limits, one
/// for how large the pieces are that it comes in, and the body or, where a sample is chosen, its edits. What comes out
/// must not depend on the pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEncoding(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    let choice = input.byte()
    var again = input
    var whole = ApplicationDriver(.http, &input)
    var inPieces = ApplicationDriver(.http, &again)
    let pieces = 1 + Int(input.byte())
    let body = EncodedBody(choice, &input)
    whole.answer(body.bytes, encoding: body.encoding)
    inPieces.answer(body.bytes, encoding: body.encoding, pieces: pieces)
    precondition(outcome(whole.records) == outcome(inPieces.records), "the pieces make a difference")
    return 0
}

/// What is said of objects that does not hang on frames.
private func outcome(_ records: [FileRecord]) -> [String] {
    records.map { record in
        "\(record.sha256) \(record.size) \(record.object.size) \(String(describing: record.incomplete))"
    }
}
