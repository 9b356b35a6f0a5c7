import FuzzSupport
import NetTypes

/// Takes the bytes of one flow of HTTP/1, which libhtp parses: a byte that is passed over, so that seeds are the same
/// as elsewhere, and what `ApplicationDriver` reads.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTTP(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    _ = input.byte()
    var driver = ApplicationDriver(.http, &input)
    driver.run(&input)
    return 0
}
