import Capture
import NetTypes
import Scan
import Sensor

/// What rules would have found in traffic that was recorded, or by how much more or less than other rules.
public struct RulePreview: Sendable {
    /// A file that was read in part or not at all, and why.
    public struct Gap: Equatable, Sendable {
        /// The file.
        public let file: String
        /// Why, as the system or the reader of savefiles says it.
        public let reason: String
        /// True when some of it was read.
        public let isPartial: Bool
    }

    /// How far the reading of a file has come.
    public struct Progress: Equatable, Sendable {
        /// Frames read.
        public let frames: UInt64
        /// Bytes of the file read.
        public let bytesRead: UInt64
        /// Bytes of the file in all; nil when that is not known.
        public let fileSize: UInt64?
    }

    /// One row for each rule, in the order of the set.
    public var rows: [PreviewRow] { sink.rows }
    /// Hits to show, at most as many as were asked for.
    public var hits: [PreviewHit] { sink.kept }
    /// Hits in all; of a difference, those of one set only.
    public var count: UInt64 {
        rules.comparesTwo ? sink.gained + sink.lost : rows.reduce(0) { $0 + $1.hits }
    }
    /// Hits of the new rules that the old ones have not, and the other way round; 0 without old ones.
    public var difference: (gained: UInt64, lost: UInt64) { (sink.gained, sink.lost) }
    /// Hits that could not be held against the other set.
    public var unpaired: UInt64 { sink.unpaired }
    /// Files read to their end.
    public private(set) var complete = 0
    /// Files that were not.
    public private(set) var gaps: [Gap] = []
    /// The counters of all inputs.
    public private(set) var statistics = SensorStatistics()
    /// Frames of another time, which were left out.
    public private(set) var framesLeftOut: UInt64 = 0
    /// Capture times of the first and the last frame that was looked at.
    public private(set) var covered: (first: Timestamp, last: Timestamp)?
    /// True when the run was stopped before its end.
    public private(set) var wasStopped = false

    private let rules: PreviewRules
    private let configuration: SensorConfiguration
    private let window: PreviewWindow
    private var sink: PreviewSink

    /// A preview that has read nothing and will keep at most `limit` hits.
    public init(
        _ rules: PreviewRules, configuration: SensorConfiguration, window: PreviewWindow, limit: Int
    ) {
        self.rules = rules
        self.configuration = configuration
        self.window = window
        sink = PreviewSink(rules, limit: limit)
    }

    /// Reads inputs. `progress` is told the number of the file from 0 over all inputs and how far it has come, and stops
    /// the run by returning false; what is in flight is finished. Throws when there is no memory for a scanner.
    public mutating func run(
        _ inputs: [PreviewInput], progress: (Int, Progress) -> Bool = { _, _ in true }
    ) throws(RuleError) {
        var index = 0
        for input in inputs {
            var inspector = try Inspector(configuration, rules: rules.set)
            for file in input.files where !wasStopped {
                let mayGrow = input.mayGrow && file == input.files.last
                read(file, &inspector, mayGrow: mayGrow) { progress(index, $0) }
                index += 1
            }
            inspector.finish(&sink)
            sink.endInput()
            statistics.add(inspector.statistics)
            if wasStopped { return }
        }
    }

    private mutating func read(
        _ file: String, _ inspector: inout Inspector, mayGrow: Bool, _ progress: (Progress) -> Bool
    ) {
        sink.file = file
        var frames: UInt64 = 0
        do throws(CaptureError) {
            var savefile = try Savefile(path: file)
            wasStopped = !progress(Progress(frames: 0, bytesRead: 0, fileSize: nil))
            while !wasStopped, try take(&savefile, &inspector) {
                frames += 1
                if frames % Replay.progressInterval == 0 {
                    wasStopped = !progress(
                        Progress(
                            frames: frames, bytesRead: savefile.bytesRead, fileSize: savefile.fileSize))
                }
            }
            if wasStopped { return }
            if case .partial(let reason) = savefile.verdict, !mayGrow {
                gaps.append(Gap(file: file, reason: reason, isPartial: true))
            } else {
                complete += 1
            }
        } catch .missing where mayGrow {
            return  // The recording has removed it since it was listed; what was older is gone as well.
        } catch .unreadable(_, let reason) {
            gaps.append(Gap(file: file, reason: reason, isPartial: frames > 0))
        } catch .notASavefile(_, let reason) {
            gaps.append(Gap(file: file, reason: reason, isPartial: false))
        } catch {
            gaps.append(Gap(file: file, reason: "No such file or directory", isPartial: false))
        }
    }

    /// Takes the next frame; false when there is none.
    private mutating func take(
        _ savefile: inout Savefile, _ inspector: inout Inspector
    ) throws(CaptureError) -> Bool {
        try savefile.withNextFrame { header, bytes in
            guard window.contains(header) else {
                framesLeftOut += 1
                return
            }
            let time = header.timestamp
            covered = (min(covered?.first ?? time, time), max(covered?.last ?? time, time))
            inspector.inspect(header, bytes, &sink)
        }
    }
}
