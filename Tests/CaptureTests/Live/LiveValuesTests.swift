import NetTypes
import Testing

@testable import Capture

@Suite("What live capture counts and configures")
struct LiveValuesTests {
    @Test("A counter of 32 bits is added up past its end")
    func wrapping() {
        var counter = WrappingCounter()
        counter.advance(to: 10)
        for value: UInt32 in [1 << 30, 1 << 31, 3 << 30, 5] { counter.advance(to: value) }
        #expect(counter.total == 1 << 32 + 5)
        counter.advance(to: 5)
        #expect(counter.total == 1 << 32 + 5)
    }

    @Test("One that begins anew goes on from what was counted")
    func restart() {
        var counter = WrappingCounter()
        counter.advance(to: 100)
        counter.restart()
        counter.advance(to: 30)
        #expect(counter.total == 130)
    }

    @Test("One that goes back counts nothing, and goes on from there")
    func backwards() {
        var counter = WrappingCounter()
        counter.advance(to: 1000)
        counter.advance(to: 0)
        counter.advance(to: 7)
        #expect(counter.total == 1007)
    }

    @Test("A value out of its range becomes the nearest in it")
    func ranges() {
        var configuration = LiveConfiguration()
        (configuration.snaplen, configuration.bufferSize, configuration.timeout) = (.min, .min, .min)
        #expect(configuration.snaplen == 64)
        #expect(configuration.bufferSize == 512 << 10)
        #expect(configuration.timeout == 1)
        (configuration.snaplen, configuration.bufferSize, configuration.timeout) = (.max, .max, .max)
        #expect(configuration.snaplen == 262_144)
        #expect(configuration.bufferSize == 1 << 30)
        #expect(configuration.timeout == 10_000)
    }

    @Test("libpcap's number for raw IP is translated, and what nobody decodes has none")
    func linkTypes() {
        #expect(LinkType(dataLink: 12) == .raw)
        #expect(LinkType(dataLink: 1) == .ethernet)
        #expect(LinkType(dataLink: 113) == .linuxCooked)
        // DLT_NFLOG, DLT_USB_LINUX.
        #expect(LinkType(dataLink: 239) == nil)
        #expect(LinkType(dataLink: 189) == nil)
        #expect(LinkType(dataLink: -1) == nil)
    }
}
