import Flow
import NetTypes
import Scan

extension ContentInspector {
    /// Scans the run of a stream that is at hand, unless every byte of it has been, and keeps the last `overlap`.
    mutating func scan(
        _ flow: FlowIndex, _ direction: Direction, keeping overlap: Int, _ sink: inout some FindingSink
    ) {
        let (at, stream) = (flow.rawValue, place(flow.rawValue, direction))
        if streams[stream].pending > 0, let context = contents[at].context {
            let outcome = outcome(of: stream, context, direction)
            let isPart = streams[stream].scanned > streams[stream].base || overlap > 0
            account(outcome, at, direction, isPart: isPart)
            if let outcome, !outcome.hits.isEmpty {
                report(
                    kept(of: outcome.hits, stream, context), streamObject(at, direction, isPart: isPart),
                    context, at, direction, &sink)
            }
        }
        trim(at, direction, to: overlap)
    }

    /// The hits of a stream's run with as much evidence as may be kept. A function of its own for the same reason as the
    /// next one.
    private func kept(of hits: [Hit], _ stream: Int, _ context: FlowContext) -> [Hit] {
        let run = streams[stream].bytes
        return Evidence.kept(of: hits, context, run.span, base: streams[stream].base)
    }

    /// What the scanner says of a stream's run. In a function of its own, because the array that is lent to the
    /// scanner must be let go of before it is trimmed, or trimming would copy it.
    private mutating func outcome(
        of stream: Int, _ context: FlowContext, _ direction: Direction
    ) -> ScanOutcome? {
        let run = streams[stream].bytes
        return scanner?.scan(run.span, base: streams[stream].base, .stream, context, direction)
    }

    /// Scans one datagram or one segment by itself; a fragmented one began with an earlier frame.
    mutating func scanAlone(
        _ bytes: Span<UInt8>, _ kind: ScannedObject.Kind, _ origin: Origin, complete: Bool, _ flow: FlowIndex,
        _ direction: Direction, _ sink: inout some FindingSink
    ) {
        let header = origin.header
        guard hasRules, bytes.count > 0, let context = contents[flow.rawValue].context else { return }
        statistics.offered += UInt64(bytes.count)
        statistics.pending += UInt64(bytes.count)
        statistics.units += 1
        let outcome = scanner?.scan(bytes, base: 0, kind, context, direction)
        settle(outcome, fresh: UInt64(bytes.count), repeated: 0)
        guard let outcome, !outcome.hits.isEmpty else { return }
        let object = ScannedObject(
            kind: kind, size: UInt64(bytes.count), sha256: Digest.of(bytes), complete: complete)
        for hit in Evidence.kept(of: outcome.hits, context, bytes, base: 0) {
            detect(
                hit, object, (origin.firstFrame, header.number, header.timestamp), context, flow.rawValue,
                direction,
                &sink)
        }
    }

    private func streamObject(_ at: Int, _ direction: Direction, isPart: Bool) -> ScannedObject {
        let stream = streams[place(at, direction)]
        return ScannedObject(
            kind: .stream, size: UInt64(stream.count),
            sha256: isPart ? nil : Digest.of(stream.bytes.span), complete: !isPart && !stream.hasGap)
    }

    private mutating func account(_ outcome: ScanOutcome?, _ at: Int, _ direction: Direction, isPart: Bool) {
        let stream = place(at, direction)
        let (base, scanned, end) = (streams[stream].base, streams[stream].scanned, streams[stream].end)
        settle(outcome, fresh: end - scanned, repeated: scanned - base)
        if !streams[stream].wasScanned { statistics.units += 1 }
        if isPart, !streams[stream].isWindowed { statistics.windowed += 1 }
        if isPart { streams[stream].isWindowed = true }
        streams[stream].wasScanned = true
        streams[stream].scanned = end
    }

    private mutating func settle(_ outcome: ScanOutcome?, fresh: UInt64, repeated: UInt64) {
        statistics.scans += 1
        statistics.pending -= fresh
        statistics.rescanned += repeated
        switch outcome?.verdict {
        case .finished: statistics.scanned += fresh
        case .timedOut:
            statistics.timedOut += fresh
            odd.insert(.scanTimeout)
        case .failed, nil:
            statistics.failed += fresh
            odd.insert(.scanFailed)
        }
    }

    private mutating func report(
        _ hits: [Hit], _ object: ScannedObject, _ context: FlowContext, _ at: Int, _ direction: Direction,
        _ sink: inout some FindingSink
    ) {
        let whole = streams[place(at, direction)].base..<streams[place(at, direction)].end
        for hit in hits {
            let start = hit.strings.map(\.offset).min() ?? whole.lowerBound
            let end = hit.strings.map { $0.offset + UInt64($0.length) }.max() ?? whole.upperBound
            guard let frames = streams[place(at, direction)].marks.frames(of: start..<max(start, end)) else {
                continue
            }
            detect(hit, object, frames, context, at, direction, &sink)
        }
    }

    private mutating func detect(
        _ hit: Hit, _ object: ScannedObject, _ frames: (first: UInt64, last: UInt64, timestamp: Timestamp),
        _ context: FlowContext, _ at: Int, _ direction: Direction, _ sink: inout some FindingSink
    ) {
        guard let rule = scanner?.identity(hit.rule), rule.isAbout(object.kind) else { return }
        guard streams[place(at, direction)].report(rule.signatureID, isStray: object.kind == .segment) else {
            statistics.repeats += 1
            return
        }
        contents[at].isAlerted = true
        statistics.detections += 1
        sink.receive(
            .detection(
                Detection(
                    rule: rule, flow: context, direction: direction, timestamp: frames.timestamp,
                    object: object,
                    strings: hit.strings, firstFrame: frames.first, lastFrame: frames.last)))
    }
}
