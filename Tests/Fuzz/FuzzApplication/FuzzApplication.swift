import FuzzSupport
import NetTypes

/// Takes the bytes of one flow: a byte that chooses the parser, with its upper bit over UDP (0 has it told from the
/// bytes), and what `ApplicationDriver` reads. The parsers that stand on a C library have targets of their own.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzApplication(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    let choice = input.byte()
    let index = Int(choice & 0x7f) % (parsers.count + 1)
    var driver = ApplicationDriver(
        index == 0 ? nil : parsers[index - 1], isDatagrams: choice & 0x80 != 0, &input)
    driver.run(&input)
    return 0
}

private let parsers: [ApplicationProtocol] = [.ftp, .smb, .nfs, .tls, .dns, .ssh, .tftp, .quic]
