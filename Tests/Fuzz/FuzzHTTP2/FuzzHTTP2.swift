import FuzzSupport
import NetTypes

/// Takes the bytes of one flow of HTTP/2, whose header blocks libnghttp2 decodes: a byte that says whether frames are
/// made of the rest, so that no header of a frame has to be guessed, and what `ApplicationDriver` reads.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTTP2(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    let makesFrames = input.byte() & 1 != 0
    var driver = ApplicationDriver(.http2, &input)
    guard makesFrames else {
        driver.run(&input)
        return 0
    }
    driver.feed(Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + settings, .toServer)
    driver.feed(settings, .toClient)
    var frames = 0
    while !input.isEmpty, frames < mostFrames {
        let stream = input.byte()
        driver.feed(frame(stream, &input), stream & 0x80 == 0 ? .toServer : .toClient)
        frames += 1
    }
    driver.finish()
    return 0
}

private let mostFrames = 128
/// An empty SETTINGS frame: each side begins with one, or its header blocks are not decoded.
private let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]

/// A frame (RFC 9113 section 4.1) of a stream below 128: a byte for its type, one for its flags, two for its length.
private func frame(_ stream: UInt8, _ input: inout FuzzInput) -> [UInt8] {
    // The last type is one that nobody knows.
    let type = input.byte() % 11
    let flags = input.byte()
    let payload = input.take(input.word())
    return [0, UInt8(payload.count >> 8), UInt8(payload.count & 0xff), type, flags, 0, 0, 0, stream & 0x7f]
        + payload
}
