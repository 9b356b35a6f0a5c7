import Flow
import NetTypes
import TestSupport
import Testing
import Wire

@Suite struct GapTests {
    @Test("A hole that the receiver has acknowledged becomes a gap when patience ends, not before")
    func acknowledgedHole() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 103, [3])
        // Just the hole itself: what is behind it need not be acknowledged.
        driver.send(.toClient, 9001, acknowledgement: 103)
        #expect(driver.outputs.isEmpty)
        driver.time = Timestamp(seconds: 11, nanoseconds: 0)
        driver.send(.toClient, 9001, acknowledgement: 103)
        #expect(driver.outputs == [.gap(offset: 0, length: 2), .bytes(offset: 2, [3])])
        driver.send(.toServer, 101, [1, 2])
        #expect(driver.bytes == [3])
        #expect(driver.tracker.streams.outOfWindow == 2, "it came too late")
    }

    @Test("A pure acknowledgement of a side that has sent no data shows what is due in the other direction")
    func silentReceiver() {
        var driver = StreamDriver()
        driver.send(.toServer, 100, flags: TCPHeader.syn)
        driver.send(.toServer, 103, [3])
        driver.send(.toClient, 9001, acknowledgement: 104)
        #expect(driver.lastAcceptance.peerHasEarly)
    }

    @Test("A hole that nobody acknowledged waits, however long")
    func unacknowledgedHole() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 103, [3])
        driver.time = Timestamp(seconds: 500, nanoseconds: 0)
        driver.send(.toServer, 104, [4])
        #expect(driver.outputs.isEmpty)
        driver.send(.toServer, 101, [1, 2])
        #expect(driver.bytes == [1, 2, 3, 4])
    }

    @Test("At the limit of one stream the hole is given up and nothing held is lost")
    func streamLimit() {
        var configuration = FlowConfiguration()
        configuration.heldSegments = 3
        var driver = StreamDriver(configuration)
        driver.handshake(isn: 100)
        for index in 0..<4 { driver.send(.toServer, 110 + UInt32(index) * 2, [UInt8(index)]) }
        #expect(driver.anomalies.contains(.streamLimit))
        #expect(driver.bytes.first == 0)
        driver.end()
        #expect(driver.bytes == [0, 1, 2, 3])
        #expect(driver.tracker.streams.held == 0)
    }

    @Test("The budget over all streams bounds what is held")
    func budget() {
        var configuration = FlowConfiguration()
        configuration.heldInAll = 4096
        var driver = StreamDriver(configuration)
        driver.handshake(isn: 100)
        for index in 0..<200 {
            driver.send(.toServer, 1000 + UInt32(index) * 200, [UInt8](repeating: 1, count: 100))
        }
        #expect(driver.tracker.streams.peakHeld <= 4096 + 212)
    }

    @Test("At the end, acknowledged bytes that never came are a gap, and a FIN's own number is not")
    func trailingGap() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1])
        driver.send(.toClient, 9001, acknowledgement: 108)
        driver.end()
        #expect(driver.outputs.last == .gap(offset: 1, length: 6))

        var other = StreamDriver()
        other.handshake(isn: 100)
        other.send(.toServer, 101, [1])
        other.send(.toClient, 9001, acknowledgement: 103)
        other.end()
        #expect(other.outputs == [.bytes(offset: 0, [1])])
    }

    @Test("A forged acknowledgement far ahead makes no gap")
    func forgedAcknowledgement() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1])
        driver.send(.toClient, 9001, acknowledgement: 101 &+ 0x5000_0000)
        driver.end()
        #expect(driver.outputs == [.bytes(offset: 0, [1])])
    }
}
