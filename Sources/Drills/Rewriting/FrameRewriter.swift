import NetTypes
import Wire

/// Replaces the addresses in the headers of frames, and keeps lengths and checksums as right, or as wrong, as they were.
///
/// Addresses are replaced in every header that the decoder reads, inside tunnels too; in source routes; in ARP; and in
/// ICMP messages that speak of addresses: quoted packets, redirects, neighbour discovery, multicast listeners. Payload
/// is left alone. It is total: any bytes give an answer, as many as came in.
public struct FrameRewriter: Sendable {
    /// The address that takes the place of another, of the same version.
    public typealias Map = @Sendable (IPAddress) -> IPAddress
    /// The hardware address that takes the place of another.
    public typealias HardwareMap = @Sendable (HardwareAddress) -> HardwareAddress

    let map: Map
    let hardware: HardwareMap?
    let decoder = Decoder(configuration: DecoderConfiguration(verifyChecksums: false))

    /// A rewriter by any map; without one for hardware addresses those stay.
    public init(_ map: @escaping Map, hardware: HardwareMap? = nil) {
        self.map = map
        self.hardware = hardware
    }

    /// A rewriter by the networks of a drill.
    public init(_ map: AddressMap) {
        self.init({ map($0) })
    }

    /// Replaces the addresses in one frame, in place. Its length stays.
    public func rewrite(_ frame: inout [UInt8], _ header: FrameHeader) {
        rewrite(&frame, header, edits: [], isPiece: false)
    }

    /// The same, and writes new bytes over its payload. In a piece of a datagram the transport checksum is payload too,
    /// since it is over the other pieces as well.
    func rewrite(_ frame: inout [UInt8], _ header: FrameHeader, edits: [PayloadEdit], isPiece: Bool) {
        var walk = HeaderWalk(self, FrameEditor(frame), isPiece: isPiece)
        // Given away, so that the editor is the only owner and nothing is copied.
        frame = []
        walk.run(header, edits)
        frame = walk.editor.bytes
    }
}
