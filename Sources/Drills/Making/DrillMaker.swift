import Capture
import NetTypes
import Scan
import Sensor

/// Makes a drill of a real capture: takes out the flows of alerts, replaces whatever names anybody, proves that the
/// engine finds the same in what is left and that no original is left in it, and drafts what the drill expects.
public struct DrillMaker: Sendable {
    /// The engine, as it will play the drill.
    public var configuration: SensorConfiguration
    /// The rules; nil for none.
    public var rules: RuleSet?
    /// What it keeps to.
    public var limits = MakeLimits()
    /// Texts to be replaced: names of people, organisations, hosts, domains. One that is an address is an address.
    public var texts: [String] = []
    /// The key of the replacements.
    public var key = DrillKey()
    /// True to leave out flows with detections too, where they cannot be made clean.
    public var allowsLoss = false
    /// When its first frame was captured; nil for the time of the original.
    public var start: Timestamp?

    /// Asked now and then; true ends the making.
    public var shouldStop: @Sendable () -> Bool = { false }

    /// Rounds of leaving out flows and searching again.
    private static let rounds = 8

    /// A maker with an engine and rules.
    public init(_ configuration: SensorConfiguration, rules: RuleSet?) {
        self.configuration = configuration
        self.rules = rules
    }

    /// Makes a drill of the capture at a path, from alerts or, without them, from what the engine finds in it. Nothing is
    /// written. Throws where no drill can be made that keeps both promises.
    public func make(of path: String, from alerts: AlertList?) throws(MakeError) -> MadeDrill {
        try checkTexts()
        let alerts =
            if let alerts { alerts } else { try AlertSearch.alerts(path, configuration, rules, shouldStop) }
        if alerts.pairs.isEmpty { throw .noAlerts }
        let slice = try CaptureSlice(path, alerts.pairs, limits, shouldStop)
        if slice.frames.isEmpty { throw .nothingTaken }
        let frames = shifted(slice.frames)
        let map = PayloadMap(frames)
        let originals = try originals(slice, map)
        let before = try EngineRun(frames, configuration, rules)
        if shouldStop() { throw .interrupted }
        if before.detections.isEmpty { throw .nothingFound }
        let pairs = zip(frames, Anonymiser(originals).frames(frames, map)).map { ($0, $1) }
        var made = try settle(pairs, map, originals, before)
        made.framesRead = slice.framesRead
        made.verdict = slice.verdict
        made.alerts = alerts.count
        return made
    }

    private func checkTexts() throws(MakeError) {
        if texts.count > limits.texts { throw .tooManyTexts(limit: limits.texts) }
        for text in texts where IPAddress(text) == nil {
            guard (limits.shortestText...limits.longestText).contains(text.utf8.count) else {
                throw .unusableText(text)
            }
        }
    }

    private func shifted(_ frames: [SliceFrame]) -> [SliceFrame] {
        guard let start, let first = frames.first?.header.timestamp else { return frames }
        let shift = start.nanoseconds(since: first)
        return frames.map { frame in
            var moved = frame
            moved.header.timestamp = frame.header.timestamp.advanced(by: shift)
            return moved
        }
    }

    /// The originals, under the first key that mixes none of them up. Where the capture is so full of addresses that
    /// there is no such key, those that only the rest of it has are left out of account.
    private func originals(_ slice: CaptureSlice, _ map: PayloadMap) throws(MakeError) -> Originals {
        let named = texts.compactMap { IPAddress($0) }
        let plain = texts.filter { IPAddress($0) == nil }
        let inside = slice.addresses.union(PayloadSearch.addresses(in: map)).union(named)
        for attempt in 0..<limits.keys {
            let originals = Originals(
                addresses: attempt < limits.keys / 2 ? inside.union(slice.others) : inside,
                hardware: slice.hardware, texts: plain, key: key, attempt: attempt)
            if originals.isClean { return originals }
        }
        throw .noKey(tries: limits.keys)
    }

    /// Leaves out flows until no original is left and the same is found in both.
    private func settle(
        _ all: [(old: SliceFrame, new: SliceFrame)], _ map: PayloadMap, _ originals: Originals,
        _ before: EngineRun
    ) throws(MakeError) -> MadeDrill {
        let flows = PayloadMap(all.map(\.new)).carriers.prefix(all.count).map(\.flow)
        var names: [FlowKey: FlowKey] = [:]
        for (flow, carrier) in zip(flows, map.carriers) {
            if let flow, let old = carrier.flow { names[flow.withoutTags] = old }
        }
        var dropped: [DroppedFlow] = []
        var left = Set<FlowKey>()
        for _ in 0..<Self.rounds {
            if shouldStop() { throw .interrupted }
            let kept = all.indices.filter { flows[$0].map { !left.contains($0.withoutTags) } ?? true }
            let old = Self.numbered(kept.map { all[$0].old })
            let new = Self.numbered(kept.map { all[$0].new })
            let leaks = try LeakSearch(new, originals, configuration)
            if let place = leaks.unplaced { throw .leak(place) }
            var found = leaks.flows.mapValues { DroppedFlow.Reason.leak($0) }
            let after = try EngineRun(new, configuration, rules)
            if found.isEmpty {
                let expected = try EngineRun(old, configuration, rules)
                found = differences(expected, after, originals.map).mapValues { _ in .detections }
            }
            if found.isEmpty {
                return try finish(new, after, originals, leaks, dropped, before, left)
            }
            for (flow, reason) in found.sorted(by: { $0.key.isBefore($1.key) })
            where left.insert(flow).inserted {
                dropped.append(DroppedFlow(names[flow] ?? flow, reason))
            }
            let lost = lost(before, originals, left)
            if !allowsLoss && !lost.isEmpty { throw .lost(lost) }
        }
        throw .leak(dropped.last.map { "\($0.low.address) \($0.high.address)" } ?? "")
    }

    private func finish(
        _ frames: [SliceFrame], _ after: EngineRun, _ originals: Originals, _ leaks: LeakSearch,
        _ dropped: [DroppedFlow], _ before: EngineRun, _ left: Set<FlowKey>
    ) throws(MakeError) -> MadeDrill {
        let lost = lost(before, originals, left)
        if after.detections.isEmpty { throw lost.isEmpty ? .nothingFound : .lost(lost) }
        let capture = DrillSavefile.bytes(frames)
        var made = MadeDrill(
            drill: DrillDraft(after, frames, limits).drill(capture: capture), capture: capture)
        made.frames = frames.count
        made.detections = after.detections.count
        made.addresses = originals.addresses.count
        made.dropped = dropped
        made.lost = lost
        made.coincidences = leaks.coincidences
        made.strangers = leaks.strangers
        return made
    }

    private static func numbered(_ frames: [SliceFrame]) -> [SliceFrame] {
        frames.enumerated().map { index, frame in
            var frame = frame
            frame.header.number = UInt64(index) + 1
            return frame
        }
    }

    /// The flows in which one of two runs finds what the other does not.
    private func differences(
        _ before: EngineRun, _ after: EngineRun, _ map: AddressPseudonyms
    ) -> [FlowKey: Int] {
        var counts: [DetectionMark: Int] = [:]
        for detection in before.detections { counts[DetectionMark(detection) { map($0) }, default: 0] += 1 }
        for detection in after.detections { counts[DetectionMark(detection), default: 0] -= 1 }
        var flows: [FlowKey: Int] = [:]
        for (mark, count) in counts where count != 0 { flows[mark.flow, default: 0] += 1 }
        return flows
    }

    /// The detections of flows that were left out.
    private func lost(_ before: EngineRun, _ originals: Originals, _ left: Set<FlowKey>) -> [LostDetection] {
        before.detections.compactMap { detection in
            let mark = DetectionMark(detection) { originals.map($0) }
            return left.contains(mark.flow) ? LostDetection(rule: mark.rule, frame: mark.firstFrame) : nil
        }
    }
}
