import Flow
import NetTypes
import TestSupport
import Testing
import Wire

/// Cases of RFC 9293, RFC 7323 and RFC 7413, one by one.
@Suite struct TCPConnectionTests {
    static let syn = TCPHeader.syn
    static let ack = TCPHeader.ack

    @Test("Data after a handshake begins at offset 0")
    func handshake() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1, 2, 3])
        #expect(driver.outputs == [.bytes(offset: 0, [1, 2, 3])])
        #expect(driver.tracker.streams.midstream == 0)
    }

    @Test("Data on a SYN is the first of the stream")
    func dataOnSYN() {
        var driver = StreamDriver()
        driver.send(.toServer, 100, [1, 2], flags: Self.syn)
        driver.send(.toServer, 103, [3])
        #expect(driver.bytes == [1, 2, 3])
    }

    @Test("Fast Open data that the server ignored and the client sent again is delivered once")
    func ignoredFastOpen() {
        var driver = StreamDriver()
        driver.send(.toServer, 100, [1, 2], flags: Self.syn)
        driver.send(.toClient, 900, flags: Self.syn | Self.ack, acknowledgement: 101)
        driver.send(.toServer, 101, [1, 2, 3], acknowledgement: 901)
        #expect(driver.bytes == [1, 2, 3])
        #expect(driver.tracker.streams.duplicate == 2)
    }

    @Test("A flow picked up midstream begins at its first byte")
    func midstream() {
        var driver = StreamDriver()
        driver.send(.toServer, 5000, [7, 8])
        driver.send(.toServer, 5002, [9])
        #expect(driver.outputs == [.bytes(offset: 0, [7, 8]), .bytes(offset: 2, [9])])
        #expect(driver.tracker.streams.midstream == 1)
    }

    @Test("What lies before the start of a midstream flow is out of window, and said")
    func beforeTheStart() {
        var driver = StreamDriver()
        driver.send(.toServer, 5000, [7])
        driver.send(.toServer, 4990, [1, 2, 3])
        #expect(driver.bytes == [7])
        #expect(driver.anomalies.contains(.streamOutOfWindow))
        #expect(driver.tracker.streams.outOfWindow == 3)
    }

    @Test("A SYN-ACK seen first makes its sender the server and starts both streams")
    func answerFirst() {
        var driver = StreamDriver()
        driver.send(.toClient, 900, flags: Self.syn | Self.ack, acknowledgement: 101)
        driver.send(.toServer, 103, [3], acknowledgement: 901)
        driver.send(.toServer, 101, [1, 2], acknowledgement: 901)
        #expect(driver.bytes == [1, 2, 3])
        if let flow = driver.flow { #expect(driver.tracker.context(flow).server.port == 80) }
    }

    @Test("A keep-alive is neither data nor a conflict")
    func keepAlive() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1, 2, 3])
        driver.send(.toServer, 103, [0])
        #expect(driver.lastAcceptance.repeated.isEmpty)
        #expect(driver.bytes == [1, 2, 3])
    }

    @Test("A plain retransmission is offered for comparison and is no anomaly")
    func retransmission() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1, 2, 3])
        driver.send(.toServer, 101, [1, 9, 3])
        #expect(driver.lastAcceptance.repeated == 0..<3)
        #expect(driver.lastAcceptance.repeatedOffset == 0)
        #expect(driver.anomalies.isEmpty)
    }

    @Test("A segment that is partly new is delivered from where it is new, and called an overlap")
    func partlyNew() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1, 2, 3])
        driver.send(.toServer, 103, [3, 4, 5])
        #expect(driver.bytes == [1, 2, 3, 4, 5])
        #expect(driver.anomalies.contains(.streamOverlap))
    }

    @Test("Different bytes in early segments are a conflict")
    func conflict() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 103, [3, 4])
        driver.send(.toServer, 103, [9, 4])
        #expect(driver.anomalies.contains(.streamConflict))
    }

    @Test("Urgent data stays in the stream and is said")
    func urgent() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1, 2], flags: Self.ack | TCPHeader.urg)
        #expect(driver.bytes == [1, 2])
        #expect(driver.anomalies.contains(.streamUrgent))
    }

    @Test("Text on a reset is no data; a reset far from what is due is said and does not close")
    func resets() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101 &+ (3 << 20), flags: TCPHeader.rst)
        #expect(driver.anomalies.contains(.streamRST))
        driver.send(.toServer, 101, [5, 5], flags: TCPHeader.rst)
        #expect(driver.bytes.isEmpty)
        #expect(driver.tracker.streams.refused == 2)
    }

    @Test("Data that comes after a FIN, or after a reset, is still delivered: either may be forged")
    func afterTheEnd() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1], flags: Self.ack | TCPHeader.fin)
        driver.send(.toServer, 102, [2])
        driver.send(.toServer, 103, flags: TCPHeader.rst)
        driver.send(.toServer, 103, [3])
        #expect(driver.bytes == [1, 2, 3])
    }

    @Test("A flow is over when both FINs are acknowledged and every byte before them has come")
    func over() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 102, flags: Self.ack | TCPHeader.fin, acknowledgement: 9001)
        driver.send(.toClient, 9001, flags: Self.ack | TCPHeader.fin, acknowledgement: 103)
        driver.send(.toServer, 103, acknowledgement: 9002)
        #expect(!driver.lastAcceptance.isOver, "the byte at 101 is missing")
        driver.send(.toServer, 101, [1], acknowledgement: 9002)
        #expect(driver.lastAcceptance.isOver)
    }

    @Test("PAWS refuses an older timestamp once both sides use the option")
    func paws() {
        var driver = StreamDriver()
        driver.send(.toServer, 100, flags: Self.syn, timestampValue: 1000)
        driver.send(.toClient, 900, flags: Self.syn | Self.ack, acknowledgement: 101, timestampValue: 50)
        driver.send(.toServer, 101, [6], timestampValue: 900)
        #expect(driver.anomalies.contains(.streamPAWS))
        driver.send(.toServer, 101, [1], timestampValue: 1001)
        #expect(driver.bytes == [1])
        #expect(driver.tracker.streams.refused == 1)
    }

    @Test("Timestamps of one side only mean nothing")
    func pawsNeedsBoth() {
        var driver = StreamDriver()
        driver.send(.toServer, 100, flags: Self.syn, timestampValue: 1000)
        driver.send(.toClient, 900, flags: Self.syn | Self.ack, acknowledgement: 101)
        driver.send(.toServer, 101, [6], timestampValue: 900)
        #expect(driver.bytes == [6])
    }

    @Test("A SYN with another number after a close begins a new flow")
    func reuseAfterClose() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1])
        driver.send(.toServer, 102, flags: TCPHeader.rst)
        driver.send(.toServer, 7000, flags: Self.syn)
        driver.send(.toServer, 7001, [2])
        #expect(driver.tracker.flows.created == 2)
        #expect(driver.tracker.flows.ended[.reused] == 1)
        #expect(driver.outputs == [.bytes(offset: 0, [1]), .bytes(offset: 0, [2])])
    }

    @Test("A forged SYN on an open flow changes nothing; the server's answer to it begins a new flow")
    func rivalSYN() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        driver.send(.toServer, 101, [1])
        driver.send(.toServer, 7000, flags: Self.syn)
        #expect(driver.anomalies.contains(.streamSYN))
        driver.send(.toServer, 102, [2])
        #expect(driver.bytes == [1, 2])
        driver.send(.toClient, 4000, flags: Self.syn | Self.ack, acknowledgement: 7001)
        driver.send(.toServer, 7001, [3])
        #expect(driver.tracker.flows.created == 2)
        #expect(driver.bytes == [1, 2, 3])
    }

    @Test("A second SYN-ACK with another number does not move a start that the client has acknowledged")
    func confirmedStart() {
        var driver = StreamDriver()
        driver.handshake(isn: 100, serverISN: 900)
        driver.send(.toClient, 5000, flags: Self.syn | Self.ack, acknowledgement: 101)
        driver.send(.toClient, 901, [4])
        #expect(driver.bytes == [4])
    }

    @Test("A segment too far ahead is not held")
    func tooFarAhead() {
        var configuration = FlowConfiguration()
        configuration.maximumAdvance = 1000
        var driver = StreamDriver(configuration)
        driver.handshake(isn: 100)
        driver.send(.toServer, 101 + 1001, [1])
        #expect(driver.anomalies.contains(.streamOutOfWindow))
        #expect(driver.tracker.streams.held == 0)
    }

    @Test("Bytes that the snaplen cut off are a gap at once, and the stream goes on behind them")
    func snapped() {
        var driver = StreamDriver()
        driver.handshake(isn: 100)
        var packet = StreamDriver.packet(
            .toServer, sequence: 101, acknowledgement: 0, flags: Self.ack, length: 2)
        packet.missingPayload = 3
        driver.accept(packet, [1, 2])
        driver.send(.toServer, 106, [6])
        #expect(
            driver.outputs == [
                .bytes(offset: 0, [1, 2]), .gap(offset: 2, length: 3), .bytes(offset: 5, [6]),
            ])
    }
}
