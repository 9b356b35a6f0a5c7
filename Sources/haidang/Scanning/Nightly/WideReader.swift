import Capture
import Incidents
import NetTypes
import Scan
import Sensor

/// Reads one large file with several workers, as a live run does: for a file that alone is more than half of what there is to
/// do, so that the other jobs would stand idle. It finds what one inspector finds, in another order.
struct WideReader {
    /// The smallest file that is worth it, in bytes.
    static let leastSize: UInt64 = 64 << 20

    private let reader: UnitReader

    /// Milliseconds between two looks at how far it is.
    private static let glance = 100

    /// A reader with what another scans with.
    init(_ reader: UnitReader) {
        self.reader = reader
    }

    /// The place of a unit that is read this way; nil where none is.
    static func choice(_ units: [ScanUnit]) -> Int? {
        let all = units.reduce(0) { $0 + $1.size }
        return units.firstIndex { unit in
            unit.files.count == 1 && unit.leadIn == nil && unit.files[0].isRegular && unit.size >= leastSize
                && unit.size > all / 2
        }
    }

    /// Reads a unit of one file. Nil where the system has no threads for it, so that it has to be read as others are.
    func read(_ unit: ScanUnit, into sink: ScanSink, tick: () -> Void) -> UnitResult? {
        let (file, hunt) = (unit.files[0], reader.hunt(of: unit))
        var part = UnitResult.File(outcome: .read(.complete), started: .now)
        part.firstFrame = Savefile.start(of: file.path)
        let pipeline = pipeline(hunt)
        let hashes = file.entry.map { $0.content == nil } ?? false
        do throws(CaptureError) {
            pipeline.add(try Savefile(path: file.path, hashes: hashes), name: file.path)
        } catch {
            part.outcome = .failed(error)
            return unreadable(file, part, hashes: hashes, tick)
        }
        do throws(PipelineError) {
            try pipeline.start()
        } catch {
            return nil
        }
        var filter = BorderFilter(sink, hunt: hunt)
        sink.begin(file: file.path, framesBefore: 0)
        let wasInterrupted = follow(pipeline, file, &filter, &part, tick)
        if !wasInterrupted { reader.progress.finish(file) }
        return settle(pipeline, &filter, part, wasInterrupted)
    }

    /// What became of a file that is no savefile. The ledger knows it by its digest, too.
    private func unreadable(
        _ file: ScanUnit.File, _ part: UnitResult.File, hashes: Bool, _ tick: () -> Void
    ) -> UnitResult {
        var (part, isWhole) = (part, true)
        if hashes {
            part.content = FileDigest.sha256(file.path) { bytesRead in
                reader.progress.update(file, bytesRead: bytesRead)
                tick()
                isWhole = reader.goesOn
                return isWhole
            }
        }
        if isWhole { reader.progress.finish(file) }
        return UnitResult(files: [part], wasInterrupted: !isWhole)
    }

    private func pipeline(_ hunt: HuntedRules?) -> Pipeline {
        var configuration = PipelineConfiguration()
        configuration.workers = reader.pace.jobs
        configuration.isPatient = true
        let engine = reader.engine
        return Pipeline(
            configuration, hunt?.sensor(engine.sensor) ?? engine.sensor,
            rules: hunt == nil ? engine.rules : hunt?.rules,
            indicators: hunt == nil ? engine.indicators : hunt?.indicators, now: { .now })
    }

    /// Takes findings until all is read; true where a signal or the clock ended it before.
    private func follow(
        _ pipeline: Pipeline, _ file: ScanUnit.File, _ filter: inout BorderFilter<ScanSink>,
        _ part: inout UnitResult.File, _ tick: () -> Void
    ) -> Bool {
        var wasInterrupted = false
        func take(_ filter: inout BorderFilter<ScanSink>, _ part: inout UnitResult.File) {
            for finding in pipeline.mailbox.take() {
                if case .flow(let flow) = finding {
                    part.lastFrame = max(part.lastFrame ?? flow.end, flow.end)
                }
                filter.receive(finding)
            }
        }
        while !pipeline.isFinished {
            pipeline.mailbox.wait(milliseconds: Self.glance)
            take(&filter, &part)
            _ = pipeline.statistics
            reader.progress.update(file, bytesRead: pipeline.savefileBytes)
            tick()
            if !reader.goesOn, !wasInterrupted {
                wasInterrupted = true
                pipeline.stop()
            }
        }
        pipeline.join()
        take(&filter, &part)
        return wasInterrupted
    }

    /// What became of it, once all threads have ended.
    private func settle(
        _ pipeline: Pipeline, _ filter: inout BorderFilter<ScanSink>, _ part: UnitResult.File,
        _ wasInterrupted: Bool
    ) -> UnitResult {
        var part = part
        for notice in pipeline.takeNotices() {
            switch notice {
            case .savefileRead(let verdict, let content):
                part.outcome = .read(verdict)
                part.content = content
            case .interfaceLost(.unreadable(_, let reason)): part.outcome = .read(.partial(reason: reason))
            case .interfaceLost(let error): part.outcome = .failed(error)
            default: break
            }
        }
        let statistics = pipeline.statistics.sensor
        let (first, last) = (part.firstFrame ?? .zero, part.lastFrame ?? part.firstFrame ?? .zero)
        filter.receive(
            .statistics(
                StatisticsRecord(
                    timestamp: last, elapsed: last.nanoseconds(since: first), statistics: statistics)))
        part.counts = LedgerCounts(statistics)
        part.left = Remainder.list(statistics)
        part.gapBytes = statistics.stream.gapBytes
        return UnitResult(files: [part], wasInterrupted: wasInterrupted, brokenLaws: statistics.brokenLaws)
    }
}
