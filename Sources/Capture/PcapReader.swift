import NetTypes

/// Reads classic pcap (draft-ietf-opsawg-pcap) in every variant that libpcap reads: both byte orders, micro- and
/// nanoseconds, Kuznetzov's longer records, and the old versions that have the two lengths of a record the other way.
///
/// The snaplen of the file header is not asked: programs that write a wrong one exist, and a frame is as long as its
/// record says.
struct PcapReader: ~Copyable {
    private var window: BlockWindow
    private let signature: PcapSignature
    private let linkType: LinkType
    private let largestFrame: Int

    /// A reader of the bytes of a classic pcap file with this signature; the link type is the signature's.
    init(_ reader: ByteReader, _ signature: PcapSignature, _ linkType: LinkType, largestFrame: Int) {
        window = BlockWindow(reader)
        self.signature = signature
        self.linkType = linkType
        self.largestFrame = largestFrame
        // What was peeked at to tell the signature is the header, and so is there.
        if window.fill(PcapSignature.headerLength) { window.consume(PcapSignature.headerLength) }
    }

    /// Lends the next frame; false at the end of the file, and damage when there should be more.
    mutating func withNextFrame(
        number: UInt64, _ body: (FrameHeader, Span<UInt8>) -> Void
    ) throws(SavefileDamage) -> Bool {
        let headerLength = signature.recordHeaderLength
        guard window.fill(headerLength) else {
            if window.count == 0 { return false }
            throw SavefileDamage(reason: "cut short inside the header of a record")
        }
        let record = PcapRecord(window.storage.span, at: window.start, signature)
        let length = record.capturedLength
        guard length <= largestFrame else {
            throw SavefileDamage(reason: "a frame of \(length) bytes is too long")
        }
        guard window.fill(headerLength + length) else {
            throw SavefileDamage(reason: "cut short inside a record")
        }
        let header = FrameHeader(
            number: number, timestamp: record.timestamp, wireLength: record.wireLength, linkType: linkType)
        let first = window.start + headerLength
        body(header, window.storage.span.extracting(first..<(first + length)))
        window.consume(headerLength + length)
        return true
    }
}
