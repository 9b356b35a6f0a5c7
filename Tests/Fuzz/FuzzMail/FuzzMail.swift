import FuzzSupport
import NetTypes

/// Takes the bytes of one flow of mail, whose parts GMime takes apart: a byte that chooses the protocol, and what
/// `ApplicationDriver` reads. The last choice is one mail over SMTP, which is all the rest.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMail(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    let choice = Int(input.byte()) % (parsers.count + 1)
    guard choice < parsers.count else {
        var driver = ApplicationDriver(.smtp, &input)
        driver.feed(Array("DATA\r\n".utf8), .toServer)
        driver.feed(input.take(.max), .toServer)
        driver.finish()
        return 0
    }
    var driver = ApplicationDriver(parsers[choice], &input)
    driver.run(&input)
    return 0
}

private let parsers: [ApplicationProtocol] = [.smtp, .imap, .pop3]
