import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

/// Whatever the cuts, the order, the repeats and the overlaps: the same stream bytes give the same detections.
@Suite struct SegmentationTests {
    /// What must not depend on how a stream was cut.
    struct Shape: Equatable {
        let rule: String
        let object: ScannedObject
        let strings: [StringMatch]

        init(_ detection: Detection) {
            rule = detection.rule.name
            object = detection.object
            strings = detection.strings
        }
    }

    /// How two pieces of a stream are sent.
    enum Variant: CaseIterable {
        case inOrder, reversed, repeated, overlapping, overlappingReversed
    }

    @Test("Streams cut at every byte, reordered, repeated and overlapped give the same detections")
    func streams() throws {
        let rules = try Repository.rules()
        var tried: Set<String> = []
        for stream in try DetectedStream.all(rules) where stream.kind == .stream {
            let whole = try Self.shapes(Self.conversation(stream, cut: 0, .inOrder), rules)
            #expect(!whole.isEmpty)
            whole.forEach { tried.insert($0.rule) }
            for cut in 1..<max(2, stream.bytes.count) {
                // One of the others at each cut, in rotation, so that the time this takes stays in bounds.
                let other = Variant.allCases[1 + cut % (Variant.allCases.count - 1)]
                for variant in [Variant.inOrder, other] {
                    let shapes = try Self.shapes(Self.conversation(stream, cut: cut, variant), rules)
                    if shapes != whole { Issue.record("\(stream.label), \(variant) at \(cut): \(shapes)") }
                }
            }
        }
        for datagram in try DetectedStream.all(rules) where datagram.kind == .datagram {
            tried.formUnion(try Self.fragmented(datagram, rules))
        }
        let names = rules.rules.filter { !$0.isPrivate && $0.identity.isAbout(.stream) }.map(\.identity.name)
        #expect(tried.isSuperset(of: names), "every rule that is about more than objects was tried")
    }

    @Test("One-byte segments in random order with repeats give the same detections", arguments: [1, 2, 3])
    func tiny(seed: UInt64) throws {
        let rules = try Repository.rules()
        var generator = SeededGenerator(seed: seed)
        for stream in try DetectedStream.all(rules) where stream.kind == .stream {
            let whole = try Self.shapes(Self.conversation(stream, cut: 0, .inOrder), rules)
            var talk = Self.talk()
            var offsets = Array(stream.bytes.indices) + Array(stream.bytes.indices.prefix(20))
            offsets.shuffle(using: &generator)
            for offset in offsets { talk.put(stream.direction, at: offset, [stream.bytes[offset]]) }
            #expect(try Self.shapes(talk.frames, rules) == whole, "\(stream.label)")
        }
    }

    /// Sends a datagram in fragments of every size; gives the rules that hit.
    private static func fragmented(_ datagram: DetectedStream, _ rules: RuleSet) throws -> [String] {
        var exchange = DatagramExchange(client: "198.51.100.7", 40000, server: "203.0.113.9", 53)
        exchange.client(sends: datagram.bytes)
        let whole = try shapes(exchange.frames, rules)
        for size in stride(from: 8, through: datagram.bytes.count + 8, by: 8) {
            let pieces = exchange.frames.flatMap { $0.fragmented(size: size, identification: 7) }
            for order in [pieces, pieces.reversed(), pieces + pieces] {
                let frames = order.inArrivalOrder()
                #expect(
                    try shapes(frames, rules).prefix(whole.count) == whole[...], "\(datagram.label), \(size)")
            }
        }
        return whole.map(\.rule)
    }

    private static func talk() -> Conversation {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.acknowledges = false
        return talk
    }

    private static func conversation(_ stream: DetectedStream, cut: Int, _ variant: Variant) -> [Frame] {
        var talk = talk()
        let end = stream.bytes.count
        // Overlaps reach three bytes to either side of the cut, as far as there are any.
        let (low, high) = (max(0, cut - 3), min(end, cut + 3))
        let (plain, wide) = ([0..<cut, cut..<end], [0..<high, low..<end])
        let pieces: [Range<Int>] =
            switch variant {
            case .inOrder: plain
            case .reversed: plain.reversed()
            case .repeated: plain + plain
            case .overlapping: wide
            case .overlappingReversed: wide.reversed()
            }
        for piece in pieces where !piece.isEmpty {
            talk.put(stream.direction, at: piece.lowerBound, Array(stream.bytes[piece]))
        }
        return talk.frames
    }

    private static func shapes(_ frames: [Frame], _ rules: RuleSet) throws -> [Shape] {
        let findings = try Findings.of(frames, rules)
        #expect(findings.statistics.brokenLaws.isEmpty)
        return findings.detections.map(Shape.init).sorted { $0.rule < $1.rule }
    }
}
