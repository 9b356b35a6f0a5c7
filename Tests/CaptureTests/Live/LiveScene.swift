import Capture
import NetTypes
import TestSupport
import Testing

/// What the tests of live capture share: two interfaces with a cable between them, and frames that are sent on one.
enum LiveScene {
    /// The interface that is sent on.
    static let near = "hd-near"
    /// The interface that is captured on.
    static let far = "hd-far"
    /// Rounds of 10 ms after which nothing is waited for any more.
    static let patience = 500

    struct Frame: Equatable {
        var header: FrameHeader
        var bytes: [UInt8]
    }

    /// The defaults, but that frames are handed over sooner.
    static var configuration: LiveConfiguration {
        var configuration = LiveConfiguration()
        configuration.timeout = 10
        configuration.bufferSize = 8 << 20
        return configuration
    }

    /// A UDP datagram in an Ethernet frame; the number is in the payload.
    static func datagram(
        _ number: Int, from source: UInt16 = 1000, to destination: UInt16 = 2000, length: Int = 100,
        vlans: [UInt16] = []
    ) -> [UInt8] {
        var payload = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: length)
        payload.put(bigEndian: UInt16(truncatingIfNeeded: number), at: 0)
        let packet = PacketBuilder(source: .literal("192.0.2.1"), destination: .literal("192.0.2.2"))
        return FrameBuilder(vlans: vlans).frame(packet.udp(from: source, to: destination, payload))
    }

    /// Reads until there are `count` frames or it has taken too long.
    static func read(_ interface: inout LiveInterface, _ count: Int, limit: Int = 64) throws -> [Frame] {
        var frames: [Frame] = []
        for _ in 0..<patience {
            if frames.count >= count { break }
            let got = try interface.capture(limit: limit) { header, bytes in
                frames.append(Frame(header: header, bytes: [UInt8](copying: bytes)))
            }
            #expect(got <= limit)
            if got == 0 { _ = interface.wait(milliseconds: 10) }
        }
        return frames
    }

    /// Reads what is there, until nothing has come for a while.
    static func drain(_ interface: inout LiveInterface) throws -> [Frame] {
        var frames: [Frame] = []
        var silence = 0
        for _ in 0..<(patience * 100) where silence < 10 {
            let got = try interface.capture(limit: 1000) { header, bytes in
                frames.append(Frame(header: header, bytes: [UInt8](copying: bytes)))
            }
            silence = got == 0 ? silence + 1 : 0
            if got == 0 { _ = interface.wait(milliseconds: 10) }
        }
        return frames
    }

    /// The error that capturing ends with; nil when it never does.
    static func failure(_ interface: inout LiveInterface) -> CaptureError? {
        for _ in 0..<patience {
            do throws(CaptureError) {
                if try interface.capture(limit: 64, { _, _ in }) == 0 { _ = interface.wait(milliseconds: 10) }
            } catch {
                return error
            }
        }
        return nil
    }
}
