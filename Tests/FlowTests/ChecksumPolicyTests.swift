import Flow
import NetTypes
import TestSupport
import Testing
import Wire

@Suite struct ChecksumPolicyTests {
    private static func driver(_ policy: ChecksumPolicy) -> StreamDriver {
        var configuration = FlowConfiguration()
        configuration.checksums = policy
        return StreamDriver(configuration)
    }

    private static func packet(
        _ sequence: UInt32, _ length: Int, _ checksum: Packet.ChecksumStatus, flags: UInt8 = TCPHeader.ack
    ) -> Packet {
        var packet = StreamDriver.packet(
            .toServer, sequence: sequence, acknowledgement: 1, flags: flags, length: length)
        packet.checksum = checksum
        return packet
    }

    @Test("Auto believes a direction that has never had a right checksum")
    func offload() {
        var driver = Self.driver(.auto)
        driver.accept(Self.packet(100, 0, .wrong, flags: TCPHeader.syn), [])
        driver.accept(Self.packet(101, 2, .wrong), [1, 2])
        #expect(driver.bytes == [1, 2])
    }

    @Test("After a right one, a wrong segment waits for the receiver's acknowledgement")
    func doubtful() {
        var driver = Self.driver(.auto)
        driver.accept(Self.packet(100, 0, .right, flags: TCPHeader.syn), [])
        driver.accept(Self.packet(101, 2, .wrong), [1, 2])
        #expect(driver.bytes.isEmpty)
        #expect(driver.anomalies.contains(.streamChecksum))
        driver.send(.toClient, 9001, acknowledgement: 103)
        #expect(driver.bytes == [1, 2])
    }

    @Test("A right copy wins over a doubtful one, whichever came first")
    func rightCopyWins() {
        var driver = Self.driver(.auto)
        driver.accept(Self.packet(100, 0, .right, flags: TCPHeader.syn), [])
        driver.accept(Self.packet(101, 2, .wrong), [9, 9])
        driver.accept(Self.packet(101, 2, .right), [1, 2])
        #expect(driver.bytes == [1, 2])
        driver.accept(Self.packet(105, 2, .right), [5, 6])
        driver.accept(Self.packet(103, 4, .wrong), [3, 4, 9, 9])
        driver.send(.toClient, 9001, acknowledgement: 107)
        #expect(driver.bytes == [1, 2, 3, 4, 5, 6])
    }

    @Test("A doubtful reset or FIN says nothing")
    func doubtfulReset() {
        var driver = Self.driver(.auto)
        driver.accept(Self.packet(100, 0, .right, flags: TCPHeader.syn), [])
        driver.accept(Self.packet(101, 0, .wrong, flags: TCPHeader.rst), [])
        driver.send(.toServer, 7000, flags: TCPHeader.syn)
        #expect(driver.tracker.flows.created == 1)
    }

    @Test("What is still doubtful when the flow ends is delivered")
    func doubtfulAtTheEnd() {
        var driver = Self.driver(.auto)
        driver.accept(Self.packet(100, 0, .right, flags: TCPHeader.syn), [])
        driver.accept(Self.packet(101, 2, .wrong), [1, 2])
        driver.end()
        #expect(driver.bytes == [1, 2])
    }

    @Test("Strict refuses every wrong one, ignore none")
    func strictAndIgnore() {
        var strict = Self.driver(.strict)
        strict.accept(Self.packet(100, 2, .wrong), [1, 2])
        #expect(strict.bytes.isEmpty)
        #expect(strict.tracker.streams.refused == 2)
        var ignoring = Self.driver(.ignore)
        ignoring.accept(Self.packet(100, 0, .right, flags: TCPHeader.syn), [])
        ignoring.accept(Self.packet(101, 2, .wrong), [1, 2])
        #expect(ignoring.bytes == [1, 2])
    }
}
