import NetTypes
import Testing

@testable import Ring

/// What each end promises by itself, on one thread.
@Suite struct RingEndsTests {
    private func header(_ number: UInt64, at time: Int64 = 0) -> FrameHeader {
        FrameHeader(
            number: number, timestamp: Timestamp(nanoseconds: time), wireLength: 60, linkType: .ethernet)
    }

    @Test(
        "A capacity is rounded up to a power of two, within limits",
        arguments: [
            (.min, 65_536), (0, 65_536), (65_536, 65_536), (65_537, 131_072), (3 << 20, 4 << 20),
            (.max, 1 << 30),
        ])
    func capacities(asked: Int, given: Int) {
        #expect(HeldRing(capacity: asked).capacity == given)
    }

    @Test("A frame of a quarter of the ring fits, and a longer one never does")
    func longest() {
        let ring = HeldRing()
        #expect(ring.longestFrame == 16_384 - 32)
        #expect(!ring.push(header(1), [UInt8](repeating: 7, count: 16_384 - 31)))
        #expect(ring.depth == 0)
        #expect(ring.push(header(2), [UInt8](repeating: 7, count: 16_384 - 32)))
        #expect(ring.depth == 16_384)
    }

    @Test("What was pushed is seen after 4 KiB, or when it is published")
    func publishing() {
        let ring = HeldRing()
        let bytes = [UInt8](repeating: 1, count: 96)
        for number in 1...31 { #expect(ring.push(header(UInt64(number)), bytes)) }
        #expect(ring.nextTime == nil)
        #expect(ring.push(header(32), bytes))
        #expect(ring.depth == 4096)
        #expect(ring.push(Timestamp.zero))
        #expect(ring.depth == 4096)
        ring.publish()
        #expect(ring.depth == 4112)
    }

    @Test("Draining stops before the first record that is after its time, also when later ones are not")
    func through() {
        let ring = HeldRing()
        for time: Int64 in [1, 2, 2, 5, 3] { #expect(ring.push(header(UInt64(time), at: time))) }
        ring.publish()
        let early: [RingRecord] = [1, 2, 2].map { .frame(header(UInt64($0), at: $0)) }
        #expect(ring.drain(through: 3) == early)
        #expect(ring.nextTime == 5)
        #expect(ring.drain(limit: 1, through: 5) == [.frame(header(5, at: 5))])
        #expect(ring.nextTime == 3)
    }

    @Test("Room is given back when a batch ends")
    func room() {
        let ring = HeldRing(RingEnds(exactly: 256, start: 0, doorbell: Doorbell()))
        for _ in 0..<16 { #expect(ring.push(Timestamp.zero)) }
        #expect(!ring.push(Timestamp.zero))
        ring.publish()
        #expect(ring.drain(limit: 3).count == 3)
        for _ in 0..<3 { #expect(ring.push(Timestamp.zero)) }
        #expect(!ring.push(Timestamp.zero))
    }

    @Test("A ring is finished when it is closed and empty, not before")
    func finished() {
        let ring = HeldRing()
        #expect(!ring.isFinished)
        #expect(ring.push(Timestamp.zero))
        ring.producer?.close()
        #expect(!ring.isFinished)
        #expect(ring.drain() == [.time(.zero)])
        #expect(ring.isFinished)
    }

    @Test("A producer that goes away closes its ring, with what it had not published")
    func abandoned() {
        let ring = HeldRing()
        #expect(ring.push(Timestamp.zero))
        ring.producer = nil
        #expect(!ring.isFinished)
        #expect(ring.drain() == [.time(.zero)])
        #expect(ring.isFinished)
    }
}
