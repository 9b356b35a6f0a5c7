import FuzzSupport
import NetTypes

/// Takes one certificate in DER, which SwiftASN1 parses, inside a handshake of TLS: a byte that is passed over, three
/// for limits, and its bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCertificate(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    _ = input.byte()
    var driver = ApplicationDriver(.tls, &input)
    let list = vector(vector(input.take(largest)))
    // A Certificate message (RFC 5246 section 7.4.2) in one record.
    let message = [11] + vector(Array(list))
    driver.feed(
        [22, 3, 3, UInt8(truncatingIfNeeded: message.count >> 8), UInt8(truncatingIfNeeded: message.count)]
            + message, .toClient)
    driver.finish()
    return 0
}

/// Bytes of a certificate that fit into one record.
private let largest = 16 << 10 - 16

/// Bytes behind their length, in three bytes.
private func vector(_ bytes: [UInt8]) -> [UInt8] {
    [16, 8, 0].map { UInt8(truncatingIfNeeded: bytes.count >> $0) } + bytes
}
