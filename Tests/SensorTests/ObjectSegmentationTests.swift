import Capture
import NetTypes
import Scan
import Sensor
import TestSupport
import Testing

/// Whatever the cuts, the order, the repeats and the overlaps: the same stream bytes give the same objects,
/// transactions and detections.
@Suite struct ObjectSegmentationTests {
    /// What must not depend on how the streams were cut: all but times and frames.
    struct Shape: Equatable {
        var objects: [[String]] = []
        var transactions: [[String]] = []
        var detections: [[String]] = []

        init(_ findings: Findings) {
            // Numbers are compared as well: who is inside of whom, and in which order objects began.
            objects = findings.files.map { file in
                Self.flow(file.flow) + [
                    "\(file.direction)", "\(file.application)", "\(file.number)", "\(file.parent ?? 0)",
                    "\(file.transaction.map(String.init) ?? "-")", file.contentType, file.fileType,
                    "\(file.size)", "\(file.sha256)", "\(file.object)",
                    "\(String(describing: file.incomplete))",
                ]
            }
            transactions = findings.transactions.map { one in
                Self.flow(one.flow) + [
                    "\(one.application)", "\(one.direction)", "\(one.number)", "\(one.fields)",
                ]
            }
            detections = findings.detections.map { one in
                Self.flow(one.flow) + [
                    "\(one.direction)", one.rule.name, one.object.kind.rawValue, one.object.name,
                    "\(one.object.size)", "\(one.strings)",
                ]
            }
        }

        private static func flow(_ flow: FlowContext) -> [String] {
            ["\(flow.client) \(flow.server)", "\(String(describing: flow.application))"]
        }

        /// The first thing that differs, for the message of a test.
        func difference(to other: Shape) -> String {
            for (one, two) in [
                (objects, other.objects), (transactions, other.transactions), (detections, other.detections),
            ] where one != two {
                let index = zip(one, two).enumerated().first { $0.element.0 != $0.element.1 }?.offset
                let at = index ?? min(one.count, two.count)
                return "\(one.count) and \(two.count): \(one.dropFirst(at).first ?? []) was "
                    + "\(two.dropFirst(at).first ?? [])"
            }
            return "none"
        }
    }

    /// How the pieces of a turn are sent.
    enum Variant: CaseIterable {
        case reversed, repeated, overlapping, overlappingReversed
    }

    /// The scenarios with streams: all but those over UDP.
    private static func scenarios() throws -> [(name: String, script: Script)] {
        try Repository.scenarios().filter { $0.hasPrefix("objects/") }.compactMap { name in
            var frames: [Frame] = []
            var savefile = try Savefile(path: "\(Repository.root)/captures/\(name)/traffic.pcap")
            while try savefile.withNextFrame({ header, bytes in
                frames.append(Frame(header: header, bytes: [UInt8](copying: bytes)))
            }) {}
            let script = Script(frames)
            return script.turns.isEmpty ? nil : (name, script)
        }
    }

    @Test(
        "Whole turns, and turns cut at every byte, reordered, repeated and overlapped, give the same objects")
    func cuts() throws {
        let rules = try Repository.rules()
        let scenarios = try Self.scenarios()
        #expect(scenarios.count >= 13)
        for (name, script) in scenarios {
            let (findings, _) = try Findings.of(
                savefile: "\(Repository.root)/captures/\(name)/traffic.pcap", rules)
            let original = Shape(findings)
            #expect(!original.objects.isEmpty && !original.detections.isEmpty, "\(name)")
            try Self.expect(original, script.frames { [0..<$0] }, rules, "\(name), whole")
            for cut in 1..<max(2, script.longest) {
                let plain = script.frames { Self.pieces($0, at: cut, nil) }
                try Self.expect(original, plain, rules, "\(name), in order at \(cut)")
                // One of the others at each cut, in rotation, so that the time this takes stays in bounds.
                let variant = Variant.allCases[cut % Variant.allCases.count]
                let other = script.frames { Self.pieces($0, at: cut, variant) }
                try Self.expect(original, other, rules, "\(name), \(variant) at \(cut)")
            }
        }
    }

    @Test("One-byte segments give the same objects")
    func tiny() throws {
        let rules = try Repository.rules()
        for (name, script) in try Self.scenarios() {
            let whole = try Shape(Findings.of(script.frames { [0..<$0] }, rules))
            let frames = script.frames { (0..<$0).map { $0..<$0 + 1 } }
            try Self.expect(whole, frames, rules, name)
        }
    }

    @Test("Random pieces in random order, with repeats and overlaps, give the same objects", arguments: 1...8)
    func random(seed: Int) throws {
        let rules = try Repository.rules()
        var generator = SeededGenerator(seed: UInt64(seed))
        for (name, script) in try Self.scenarios() {
            let whole = try Shape(Findings.of(script.frames { [0..<$0] }, rules))
            let frames = script.frames { count in
                guard count > 0 else { return [] }
                let most = Int.random(in: 1...64, using: &generator)
                var pieces: [Range<Int>] = []
                var start = 0
                while start < count {
                    let end = min(count, start + Int.random(in: 1...most, using: &generator))
                    let early = max(0, start - Int.random(in: 0...5, using: &generator))
                    pieces.append(early..<end)
                    start = end
                }
                pieces += pieces.prefix(3)
                return pieces.shuffled(using: &generator)
            }
            try Self.expect(whole, frames, rules, "\(name), seed \(seed)")
        }
    }

    /// The parts of a turn that is cut at a byte; one that is not so long stays whole.
    private static func pieces(_ count: Int, at cut: Int, _ variant: Variant?) -> [Range<Int>] {
        guard cut < count else { return [0..<count] }
        // Overlaps reach three bytes to either side of the cut, as far as there are any.
        let (plain, wide) = (
            [0..<cut, cut..<count], [0..<min(count, cut + 3), max(0, cut - 3)..<count]
        )
        return switch variant {
        case nil: plain
        case .reversed: plain.reversed()
        case .repeated: plain + plain
        case .overlapping: wide
        case .overlappingReversed: wide.reversed()
        }
    }

    private static func expect(
        _ original: Shape, _ frames: [Frame], _ rules: RuleSet, _ label: String
    ) throws {
        let findings = try Findings.of(frames, rules)
        let broken = findings.statistics.brokenLaws
        if !broken.isEmpty { Issue.record("\(label): \(broken)") }
        let shape = Shape(findings)
        if shape != original { Issue.record("\(label): \(original.difference(to: shape))") }
    }
}
