import AppLayer
import FuzzSupport
import NetTypes
import Wire

/// Takes the bytes of one flow: a byte that chooses the parser (0 has it told from the bytes), three that choose
/// limits, then steps. A step is a byte that says what it is, and a recorded frame, whose payload is fed, or a piece
/// of a direction, or the length of a gap in it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzApplication(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    let choice = input.byte()
    var driver = ApplicationDriver(choice, limits: input.byte(), detection: input.byte())
    _ = input.byte()
    var steps = 0
    while !input.isEmpty, steps < mostSteps {
        driver.step(&input)
        steps += 1
    }
    driver.finish()
    return 0
}

/// Many short runs find more than few long ones.
private let mostSteps = 256
