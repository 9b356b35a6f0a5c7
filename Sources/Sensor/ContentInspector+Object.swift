import AppLayer
import Flow
import NetTypes
import Scan

extension ContentInspector {
    /// Scans an object as one unit; true when a rule hit. `flow` is the one at hand, which it need not be of.
    mutating func scan(
        _ object: ExtractedObject, _ flow: FlowIndex, _ sink: inout some FindingSink
    ) -> Bool {
        guard hasRules, !object.bytes.isEmpty else {
            objects.skipped += 1
            return false
        }
        let outcome = scanner?.scan(object)
        switch outcome?.verdict {
        case .finished: objects.scanned += 1
        case .timedOut:
            objects.timedOut += 1
            odd.insert(.scanTimeout)
        case .failed, nil:
            objects.failed += 1
            odd.insert(.scanFailed)
        }
        let hits = Evidence.kept(
            of: outcome?.hits ?? [], object.record.flow, object.bytes.span, base: 0)
        guard !hits.isEmpty else { return false }
        var record = object.record
        // Without digests of all objects, that of one that somebody will look for.
        if record.object.sha256 == nil { record.object.sha256 = Digest.of(object.bytes.span) }
        for hit in hits { detect(hit, record, flow, &sink) }
        return true
    }

    private mutating func detect(
        _ hit: Hit, _ record: FileRecord, _ flow: FlowIndex, _ sink: inout some FindingSink
    ) {
        guard let rule = scanner?.identity(hit.rule), rule.isAbout(record.object.kind) else { return }
        if contents[flow.rawValue].context?.id == record.flow.id { contents[flow.rawValue].isAlerted = true }
        statistics.detections += 1
        sink.receive(
            .detection(
                Detection(
                    rule: rule, flow: record.flow, direction: record.direction, timestamp: record.timestamp,
                    object: record.object, strings: hit.strings, firstFrame: record.firstFrame,
                    lastFrame: record.lastFrame)))
    }

    /// The application layer's account with what became of its objects.
    func account(_ application: ApplicationStatistics) -> ApplicationStatistics {
        var all = application
        all.scanned = objects.scanned
        all.timedOut = objects.timedOut
        all.failed = objects.failed
        all.skipped = objects.skipped
        return all
    }
}
