import Flow
import FuzzSupport
import NetTypes
import Wire

/// Takes a series of segments: three bytes of limits, one of sequence numbers, then steps. A step is a byte
/// that says what it is, and a recorded frame or the five bytes of a made segment.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReassemble(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safe: the fuzzer lends `count` bytes for this call; they are copied at once.
    let lent = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
    var input = FuzzInput(copying: unsafe lent.span)
    var driver = TrackerDriver(configuration(&input))
    var speakers = Speakers(input.byte())
    let decoder = Decoder()
    var steps = 0
    while !input.isEmpty, steps < mostSteps {
        step(&input, &speakers, decoder, &driver)
        steps += 1
    }
    driver.finish()
    return 0
}

/// Many short runs find more than few long ones.
private let mostSteps = 128

private func step(
    _ input: inout FuzzInput, _ speakers: inout Speakers, _ decoder: Decoder, _ driver: inout TrackerDriver
) {
    let kind = input.byte()
    guard kind & 1 == 1 else {
        let step = speakers.speak(kind, &input)
        driver.wait(step.pause)
        driver.receive(step.packet, step.bytes, isForged: step.isForged)
        return
    }
    let frame = RecordedFrame(&input)
    driver.wait(1_000_000)
    let header = FrameHeader(
        number: 1, timestamp: .zero, wireLength: frame.bytes.count, linkType: frame.linkType)
    if case .packet(let packet) = decoder.decode(frame.bytes.span, header), packet.fragment == nil {
        // Whether recorded copies agree, nobody knows.
        driver.receive(packet, frame.bytes, isForged: true)
    }
}

/// Limits that a few steps reach; the highest bit of the third byte stands for those that none does.
private func configuration(_ input: inout FuzzInput) -> FlowConfiguration {
    var limits = FlowConfiguration()
    limits.capacity = 4
    let policies = input.byte()
    limits.overlap = OverlapPolicy.allCases[Int(policies) % OverlapPolicy.allCases.count]
    limits.checksums = ChecksumPolicy.allCases[Int(policies / 16) % ChecksumPolicy.allCases.count]
    let stream = input.byte()
    limits.gapPatience = [10, 0, 1, 60][Int(stream >> 6)]
    let all = input.byte()
    guard all & 0x80 == 0 else { return limits }
    limits.heldSegments = 2 + Int(stream & 0x07)
    limits.heldPerStream = 512 << Int(stream >> 3 & 0x03)
    limits.heldInAll = 1024 << Int(all & 0x03)
    limits.maximumAdvance = [64 << 20, 300, 5000, 1 << 31][Int(all >> 2 & 0x03)]
    limits.paws = all & 0x40 == 0
    return limits
}
