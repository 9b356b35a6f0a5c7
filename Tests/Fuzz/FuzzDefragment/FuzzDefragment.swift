import Flow
import FuzzSupport
import NetTypes
import Wire

/// Takes a series of fragments: four bytes of limits, then steps. A step is a byte that says what it is, and
/// a recorded frame or the place of a made fragment.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDefragment(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    var driver = FragmentDriver(configuration(&input))
    var steps = 0
    while !input.isEmpty, steps < mostSteps, driver.received < mostBytes {
        step(&input, &driver)
        steps += 1
    }
    driver.finish()
    return 0
}

/// Many short runs find more than few long ones.
private let mostSteps = 64
private let mostBytes = 150_000

/// Limits that a few steps reach.
private func configuration(_ input: inout FuzzInput) -> FragmentConfiguration {
    var limits = FragmentConfiguration()
    limits.overlap = OverlapPolicy.allCases[Int(input.byte()) % OverlapPolicy.allCases.count]
    limits.datagrams = 4 - Int(input.byte() & 0x03)
    limits.bytes = 2048 << Int(input.byte() & 0x07)
    let last = input.byte()
    limits.pieces = 16 - Int(last & 0x0f)
    limits.timeout = last & 0x80 == 0 ? 60 : 1
    return limits
}

private func step(_ input: inout FuzzInput, _ driver: inout FragmentDriver) {
    let kind = input.byte()
    if kind & 1 == 1 {
        driver.isMixed = true
        let frame = RecordedFrame(&input)
        driver.receive(frame.bytes, frame.linkType)
    } else {
        let fragment = MadeFragment(kind, &input)
        driver.wait(fragment.pause)
        driver.isMixed = driver.isMixed || fragment.isForged
        driver.receive(fragment.frame, .raw)
    }
}
