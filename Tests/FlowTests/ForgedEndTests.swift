import Flow
import NetTypes
import TestSupport
import Testing
import Wire

@Suite struct ForgedEndTests {
    @Test("A forged FIN far ahead makes no gap beyond what the receiver acknowledged")
    func farFIN() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1, 2, 3])
        driver.send(.toServer, 1_000_000_000, flags: TCPHeader.fin | TCPHeader.ack)
        driver.send(.toClient, 9001, acknowledgement: 110)
        driver.end()
        #expect(driver.outputs == [.bytes(offset: 0, [1, 2, 3]), .gap(offset: 3, length: 6)])
        #expect(driver.tracker.streams.gapBytes == 6)
    }
}
