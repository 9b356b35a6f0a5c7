import Capture
import NetTypes
import TestSupport
import Testing

@testable import Drills

/// Captures that are sent over a cable.
@Suite(.enabled(if: NetworkNamespace.isAvailable, Comment(rawValue: NetworkNamespace.requirement)))
struct InterfaceReplayTests {
    /// Runs `body` with a file of frames, and says what came out of the far end meanwhile.
    private func received(
        _ frames: [Frame], _ body: @escaping @Sendable (String) throws -> Void
    ) async throws -> [(bytes: [UInt8], time: Timestamp)] {
        try await NetworkNamespace.run {
            let folder = try TestFolder(["traffic.pcap": SavefileBytes.pcap(frames)])
            let path = folder.path + "/traffic.pcap"
            try NetworkNamespace.addPair("hd-send", "hd-hear", mtu: 1500)
            var far = try LiveInterface(name: "hd-hear", index: 0, LiveConfiguration())
            try body(path)
            var heard: [(bytes: [UInt8], time: Timestamp)] = []
            var silence = 0
            while silence < 3 {
                let count = try far.capture(limit: 1000) { header, frame in
                    heard.append(([UInt8](copying: frame), header.timestamp))
                }
                silence = count == 0 ? silence + 1 : 0
                if count == 0 { _ = far.wait(milliseconds: 200) }
            }
            return heard
        }
    }

    private func frames(_ count: Int, apart nanoseconds: Int64) -> [Frame] {
        let packet = PacketBuilder(source: .literal("192.0.2.1"), destination: .literal("192.0.2.2"))
        return (0..<count).map { number in
            let payload = (0..<(20 + number % 900)).map { UInt8(truncatingIfNeeded: $0 * 7 + number) }
            return Frame(
                FrameBuilder().frame(packet.udp(from: 1000, to: 2000, payload)),
                at: Timestamp(seconds: 1_795_508_130, nanoseconds: Int64(number) * nanoseconds))
        }
    }

    @Test("Every frame arrives byte for byte, in order, and about when it should")
    func all() async throws {
        let sent = frames(1000, apart: 500_000)
        let heard = try await received(sent) { path in
            let account = try InterfaceReplay.run(path: path, interface: "hd-send", speed: 1)
            #expect(account.isComplete && account.isBalanced)
            #expect(account.sent == 1000)
            #expect(account.startedAt != nil)
        }
        #expect(heard.map(\.bytes) == sent.map(\.bytes))
        let (first, last) = (heard.first?.time ?? .zero, heard.last?.time ?? .zero)
        // Not 499.5 ms sharp: the machine that tests run on is shared.
        #expect((480_000_000...900_000_000).contains(last.nanoseconds(since: first)))
    }

    @Test("A frame that was cut, and one that is too long, are left out and counted")
    func leftOut() async throws {
        var sent = frames(4, apart: 1_000_000)
        let packet = PacketBuilder(source: .literal("192.0.2.1"), destination: .literal("192.0.2.2"))
        let long = FrameBuilder().frame(packet.udp(from: 1, to: 2, [UInt8](repeating: 1, count: 3000)))
        sent[1] = Frame(long, at: sent[1].header.timestamp)
        sent[2] = sent[2].snapped(to: 40)
        let heard = try await received(sent) { path in
            let account = try InterfaceReplay.run(path: path, interface: "hd-send", speed: 0)
            #expect([account.read, account.sent, account.cut, account.tooLong] == [4, 2, 1, 1])
            #expect(!account.isComplete && account.isBalanced)
        }
        #expect(heard.map(\.bytes) == [sent[0].bytes, sent[3].bytes])
    }

    @Test("An interface that is not there, or is down, and no rights, are said")
    func errors() async throws {
        let file = frames(1, apart: 0)
        let heard = try await received(file) { path in
            func failure(_ interface: String) -> SendingError? {
                do throws(SendingError) {
                    _ = try InterfaceReplay.run(path: path, interface: interface, speed: 1)
                    return nil
                } catch {
                    return error
                }
            }
            guard case .capture(.noSuchInterface("hd-none", _)) = failure("hd-none") else {
                Issue.record("\(String(describing: failure("hd-none")))")
                return
            }
            try NetworkNamespace.ip("link set hd-send down")
            let down = failure("hd-send")
            #expect(down != nil)
            try NetworkNamespace.ip("link set hd-send up")
            let index = CaptureInterfaces.index(of: "hd-send")
            try NetworkNamespace.ip("link property add dev hd-send altname hd-other-name")
            #expect(CaptureInterfaces.index(of: "hd-other-name") == index)
            #expect(throws: InterfaceRefusal.monitored(interface: "hd-other-name", monitored: "hd-send")) {
                try InterfacePermission().check(
                    "hd-other-name", allowed: ["hd-other-name"], monitored: ["hd-send"])
            }
            try NetworkNamespace.dropCapabilities()
            #expect(failure("hd-send") == .capture(.notPermitted(interface: "hd-send")))
        }
        #expect(heard.isEmpty)
    }
}
