import NetTypes
import Wire

/// The walk over the headers of one frame that replaces their addresses.
struct HeaderWalk {
    let rewriter: FrameRewriter
    var editor: FrameEditor
    /// What the pseudo header of the innermost IP packet has grown by: the source's part.
    private var sourceGrowth: Int64 = 0
    /// The destination's part. The destination is the final one, which source routing puts elsewhere.
    var destinationGrowth: Int64 = 0
    /// The protocol of the innermost IP packet.
    private var transport: UInt8 = 0
    /// True behind the header of a fragment, and then whether it is the first of its datagram.
    private var fragment: (isOne: Bool, isFirst: Bool) = (false, false)
    /// True while the headers so far are those of a link.
    private var isLink = false
    /// True where somebody else sees to the checksum of a fragment's datagram.
    private let isPiece: Bool

    /// Packets that quote packets, one in another, that are followed.
    private static let quoteDepth = 2

    private enum IPv4 {
        static let length = 20
        static let place = 6
        static let transport = 9
        static let checksum = 10
        static let source = 12
        static let destination = 16
        static let offsetAndMore: UInt16 = 0x3fff
        static let offset: UInt16 = 0x1fff
    }

    private enum IPv6 {
        static let nextHeader = 6
        static let source = 8
        static let destination = 24
        static let size = 16
    }

    /// Where checksums lie in their headers.
    private enum Checksum {
        static let tcp = 16
        static let udp = 6
        static let icmp = 2
        static let gre = 4
        static let greFlag: UInt8 = 0x80
    }

    init(_ rewriter: FrameRewriter, _ editor: FrameEditor, isPiece: Bool) {
        self.rewriter = rewriter
        self.editor = editor
        self.isPiece = isPiece
    }

    /// Goes through the whole frame, and writes over its payload.
    mutating func run(_ header: FrameHeader, _ edits: [PayloadEdit]) {
        follow(from: 0, to: editor.bytes.count, header, depth: 0)
        for edit in edits { editor.put(edit.bytes, at: edit.offset) }
        editor.finish()
    }

    /// Goes through a packet that a message quotes, of which the end may be missing.
    mutating func quote(from start: Int, to end: Int, depth: Int) {
        guard depth < Self.quoteDepth, start < end else { return }
        let header = FrameHeader(
            number: 0, timestamp: .zero, wireLength: end - start + Int(UInt16.max), linkType: .raw)
        follow(from: start, to: end, header, depth: depth + 1)
    }

    private mutating func follow(from base: Int, to end: Int, _ header: FrameHeader, depth: Int) {
        let places = rewriter.decoder.headers(editor.bytes.span.extracting(base..<end), header)
        for var place in places {
            place.start += base
            place.next += base
            place.end += base
            visit(place, depth)
        }
    }

    private mutating func visit(_ place: HeaderPlace, _ depth: Int) {
        let start = place.start
        switch place.kind {
        case .ethernet, .linuxCooked, .linuxCooked2, .wireless: isLink = true
        case .other, .rest: break
        default: isLink = false
        }
        switch place.kind {
        case .ethernet: hardware(at: [start, start + 6])
        case .linuxCooked: cooked(address: start + 6, length: editor.uint16(start + 4))
        case .linuxCooked2: cooked(address: start + 12, length: UInt16(editor.byte(start + 11)))
        case .wireless: wireless(start)
        case .ipv4: ipv4(place)
        case .ipv6: ipv6(place)
        case .routing: routing(place)
        case .fragment:
            transport = editor.byte(start)
            let piece = editor.uint16(start + 2)
            fragment = (piece & 0xfff9 != 0, piece & 0xfff8 == 0)
        case .tcp: checksum(at: start + Checksum.tcp, start..<place.end)
        case .udp: udp(place)
        case .icmp:
            editor.open(at: start + Checksum.icmp, over: start..<place.end)
            message(place, depth)
        case .icmpv6:
            checksum(at: start + Checksum.icmp, start..<place.end)
            messageV6(place, depth)
        case .gre:
            if editor.byte(start) & Checksum.greFlag != 0 {
                editor.open(at: start + Checksum.gre, over: start..<place.end)
            }
        case .other: break
        case .rest: rest(place)
        }
    }

    private mutating func ipv4(_ place: HeaderPlace) {
        let start = place.start
        guard editor.byte(start) >> 4 == 4 else { return }
        let headerEnd = min(
            max(start + Int(editor.byte(start) & 0x0f) * 4, start + IPv4.length), editor.bytes.count)
        if headerEnd > start { editor.open(at: start + IPv4.checksum, over: start..<headerEnd) }
        sourceGrowth = address(at: start + IPv4.source, isIPv6: false)
        destinationGrowth = address(at: start + IPv4.destination, isIPv6: false)
        if headerEnd > start + IPv4.length { options(from: start + IPv4.length, to: headerEnd) }
        transport = editor.byte(start + IPv4.transport)
        let piece = editor.uint16(start + IPv4.place)
        fragment = (piece & IPv4.offsetAndMore != 0, piece & IPv4.offset == 0)
    }

    private mutating func ipv6(_ place: HeaderPlace) {
        let start = place.start
        guard editor.byte(start) >> 4 == 6 else { return }
        sourceGrowth = address(at: start + IPv6.source, isIPv6: true)
        destinationGrowth = address(at: start + IPv6.destination, isIPv6: true)
        transport = editor.byte(start + IPv6.nextHeader)
        fragment = (false, false)
    }

    /// The length in the header of a UDP datagram bounds what its checksum is over.
    private mutating func udp(_ place: HeaderPlace) {
        let length = Int(editor.uint16(place.start + 4))
        let end = length >= 8 ? min(place.start + length, place.end) : place.end
        checksum(at: place.start + Checksum.udp, place.start..<end, mayBeAbsent: true)
    }

    private mutating func checksum(at place: Int, _ covered: Range<Int>, mayBeAbsent: Bool = false) {
        editor.open(
            at: place, over: covered, mayBeAbsent: mayBeAbsent, growth: sourceGrowth + destinationGrowth)
    }

    /// Behind the last header lies ARP, or the first piece of a datagram with the checksum of all of it.
    private mutating func rest(_ place: HeaderPlace) {
        if fragment.isOne {
            guard fragment.isFirst, !isPiece, place.start < place.end else { return }
            switch transport {
            case 6: checksum(at: place.start + Checksum.tcp, place.start..<place.end)
            case 17: checksum(at: place.start + Checksum.udp, place.start..<place.end, mayBeAbsent: true)
            case 58: checksum(at: place.start + Checksum.icmp, place.start..<place.end)
            default: break
            }
        } else if isLink {
            resolution(place)
        }
    }

    /// Replaces one address. Of one that was cut off, what is there is replaced as if zeroes followed. Returns what
    /// its words have grown by.
    @discardableResult
    mutating func address(at place: Int, isIPv6: Bool) -> Int64 {
        let size = isIPv6 ? IPv6.size : 4
        guard place < editor.bytes.count else { return 0 }
        var bytes = Array(editor.bytes[place..<min(place + size, editor.bytes.count)])
        while bytes.count < size { bytes.append(0) }
        let mapped = rewriter.map(IPAddress(bytes: bytes, isIPv6: isIPv6))
        guard mapped.isIPv6 == isIPv6 else { return 0 }
        return editor.put(mapped.bytes, at: place)
    }

    /// Replaces hardware addresses, where there is a map for them.
    mutating func hardware(at places: [Int]) {
        guard let map = rewriter.hardware else { return }
        for place in places where place < editor.bytes.count {
            let old = HardwareAddress(bytes: editor.bytes[place..<min(place + 6, editor.bytes.count)])
            editor.put(map(old).bytes, at: place)
        }
    }
}
