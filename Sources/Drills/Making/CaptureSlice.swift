import Capture
import NetTypes
import Wire

/// The frames between some pairs of hosts, taken out of a capture.
struct CaptureSlice {
    /// The frames, numbered from 1.
    private(set) var frames: [SliceFrame] = []
    /// Every address in the headers of what was taken.
    private(set) var addresses: Set<IPAddress> = []
    /// The ends of everything else in the capture.
    private(set) var others: Set<IPAddress> = []
    /// Every hardware address in the headers of what was taken.
    private(set) var hardware: Set<HardwareAddress> = []
    /// Frames of the capture.
    private(set) var framesRead: UInt64 = 0
    /// Whether the capture was read to its end.
    private(set) var verdict = SavefileVerdict.complete

    private let pairs: Set<HostPair>
    private let limits: MakeLimits
    private let decoder = Decoder(configuration: DecoderConfiguration(verifyChecksums: false))
    private var size = 0
    private var failure: MakeError?

    /// Reads a capture and keeps what lies between the pairs.
    init(
        _ path: String, _ pairs: Set<HostPair>, _ limits: MakeLimits, _ shouldStop: () -> Bool
    ) throws(MakeError) {
        self.pairs = pairs
        self.limits = limits
        do throws(CaptureError) {
            var savefile = try Savefile(path: path)
            while failure == nil, try savefile.withNextFrame({ take($0, $1) }) {
                framesRead += 1
                if framesRead % 4096 == 0, shouldStop() { failure = .interrupted }
            }
            verdict = savefile.verdict
        } catch {
            throw .capture(error)
        }
        if let failure { throw failure }
    }

    private mutating func take(_ header: FrameHeader, _ bytes: Span<UInt8>) {
        var bytes = [UInt8](copying: bytes)
        guard case .packet(let packet) = decoder.decode(bytes.span, header) else { return }
        let isTaken = pairs.contains(HostPair(packet.source, packet.destination))
        if isTaken {
            size += bytes.count
            if size > limits.sliceBytes { failure = .tooLarge(limit: limits.sliceBytes) }
            var kept = header
            kept.number = UInt64(frames.count) + 1
            frames.append(SliceFrame(header: kept, bytes: bytes))
        } else {
            others.insert(packet.source)
            others.insert(packet.destination)
        }
        if isTaken {
            let seen = HeaderAddresses(&bytes, header)
            addresses.formUnion(seen.addresses)
            hardware.formUnion(seen.hardware)
        }
        if addresses.count + others.count > limits.addresses {
            failure = .tooManyAddresses(limit: limits.addresses)
        }
    }
}
