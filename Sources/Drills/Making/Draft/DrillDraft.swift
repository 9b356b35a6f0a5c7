import Incidents
import NetTypes

/// The first version of what a drill expects: what the engine finds in it. A person reads it and makes it his own.
struct DrillDraft {
    private let run: EngineRun
    private let start: Timestamp
    private let limits: MakeLimits

    /// Points that the draft gives for naming what an inject is, and for keeping silent.
    private static let answerPoints = 5
    private static let silencePoints = 5

    /// A draft of what was found in frames.
    init(_ run: EngineRun, _ frames: [SliceFrame], _ limits: MakeLimits) {
        self.run = run
        start = frames.first?.header.timestamp ?? .zero
        self.limits = limits
    }

    /// The drill whose capture has these bytes.
    func drill(capture: [UInt8]) -> Drill {
        var drill = Drill()
        let groups = groups()
        let titles = groups.map { title($0.detections) }
        drill.title = titles.first ?? BilingualText(english: "Drill", vietnamese: "Diễn tập")
        drill.story = BilingualText(
            english: "Made of a real capture; describe here what happens.",
            vietnamese: "Dựng từ lưu lượng thật; hãy mô tả diễn biến tại đây.")
        drill.captures = [
            DrillCapture(file: "traffic.pcapng", sha256: Digest.of(capture.span).hexadecimal)
        ]
        for (index, group) in groups.enumerated() {
            drill.injects.append(inject(index + 1, group, titles[index]))
        }
        var silence = Silence()
        silence.title = BilingualText(
            english: "Nothing else is found", vietnamese: "Không phát hiện gì khác")
        silence.points = Self.silencePoints
        drill.silences = [silence]
        return drill
    }

    /// What a client does to a server's port, found by the same rules: one attack, in however many flows.
    private struct Group {
        var detections: [Detection]
        var first: Timestamp
    }

    private struct GroupKey: Hashable {
        let client: IPAddress
        let server: Endpoint
        let rules: [String]
    }

    private func groups() -> [Group] {
        var starts: [FlowID: Timestamp] = [:]
        for flow in run.flows { starts[flow.context.id] = flow.start }
        var byFlow: [FlowID: [Detection]] = [:]
        for detection in run.detections { byFlow[detection.flow.id, default: []].append(detection) }
        var groups: [GroupKey: Group] = [:]
        for (id, detections) in byFlow {
            guard let flow = detections.first?.flow else { continue }
            let time = starts[id] ?? detections.map(\.timestamp).min() ?? start
            let key = GroupKey(
                client: flow.client.address, server: flow.server,
                rules: Set(detections.map(Self.name)).sorted())
            var group = groups[key] ?? Group(detections: [], first: time)
            group.first = min(group.first, time)
            group.detections += detections
            groups[key] = group
        }
        let sorted = groups.sorted { left, right in
            let (one, other) = (left.value, right.value)
            if one.first != other.first { return one.first < other.first }
            if left.key.client != right.key.client { return left.key.client < right.key.client }
            if left.key.server != right.key.server { return left.key.server < right.key.server }
            return left.key.rules.lexicographicallyPrecedes(right.key.rules)
        }.map(\.value)
        return bounded(sorted)
    }

    /// Beyond the limit, all is one inject.
    private func bounded(_ groups: [Group]) -> [Group] {
        guard groups.count > limits.injects else { return groups }
        let rest = groups[(limits.injects - 1)...]
        let last = Group(detections: rest.flatMap(\.detections), first: rest.map(\.first).min() ?? start)
        return groups.prefix(limits.injects - 1) + [last]
    }

    private func inject(_ id: Int, _ group: Group, _ title: BilingualText) -> Inject {
        var inject = Inject(id: id)
        inject.title = title
        let milliseconds = max(0, group.first.nanoseconds(since: start) / 1_000_000)
        inject.at = .milliseconds(milliseconds)
        var seen: Set<DetectionPattern> = []
        for detection in group.detections.sorted(by: Self.isBefore) {
            let pattern = Self.pattern(detection)
            if seen.insert(pattern).inserted { inject.expected.append(pattern) }
        }
        var answer = ExpectedAnswer()
        answer.points = Self.answerPoints
        let profiles = group.detections.sorted(by: Self.isBefore).map { RuleProfile($0.rule) }
        answer.category = profiles.lazy.compactMap(\.category).first
        for technique in profiles.flatMap(\.techniques) where !answer.techniques.contains(technique) {
            answer.techniques.append(technique)
        }
        answer.firstPacket = group.detections.map(\.firstFrame).min()
        answer.hosts = Set(group.detections.map(\.victim)).sorted()
        inject.answer = answer
        return inject
    }

    private static func pattern(_ detection: Detection) -> DetectionPattern {
        var pattern = DetectionPattern()
        pattern.rule = name(detection)
        pattern.client = detection.flow.client.address
        pattern.server = detection.flow.server.address
        pattern.serverPort = detection.flow.server.port
        pattern.direction = detection.direction
        pattern.object = detection.object.kind
        return pattern
    }

    private static func name(_ detection: Detection) -> String {
        detection.rule.namespace + "/" + detection.rule.name
    }

    /// In order of the first frame, then by what does not depend on the order of findings.
    private static func isBefore(_ left: Detection, _ right: Detection) -> Bool {
        if left.firstFrame != right.firstFrame { return left.firstFrame < right.firstFrame }
        if left.lastFrame != right.lastFrame { return left.lastFrame < right.lastFrame }
        if name(left) != name(right) { return name(left) < name(right) }
        return left.object.kind.rawValue < right.object.kind.rawValue
    }

    /// What the worst of the rules says that it finds.
    private func title(_ detections: [Detection]) -> BilingualText {
        guard
            let worst = detections.sorted(by: Self.isBefore).min(by: { $0.rule.severity < $1.rule.severity })
        else { return BilingualText() }
        let profile = RuleProfile(worst.rule)
        return BilingualText(
            english: profile.description ?? worst.rule.name, vietnamese: profile.vietnamese ?? "")
    }
}
