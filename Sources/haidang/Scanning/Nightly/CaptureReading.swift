import Capture
import Incidents
import NetTypes
import Sensor

/// The reading of one capture after another, each of one or several files, with what is counted of each file.
struct CaptureReading: ~Copyable {
    /// What became of the files so far.
    private(set) var result = UnitResult()
    /// Frames of the capture that is read.
    private(set) var frames: UInt64 = 0
    /// The latest capture time in it; nil before its first frame.
    private(set) var lastTime: Timestamp?

    private var inspector: Inspector
    /// The longest time that one of its files spans, and that of the last one, in nanoseconds.
    private var longest: Int64 = 0
    private var lastSpan: Int64 = 0
    /// What was counted of its files up to now.
    private var counted = LedgerCounts()
    private var left: [Remainder] = []
    private var gapBytes: UInt64 = 0

    /// Whether a file belongs to the capture that is read.
    enum Meeting: Equatable {
        case goesOn
        case begins
    }

    /// How far a file may begin before the one before it ends, and never by more than half of what that spans: sensors are
    /// not that exact when they change files.
    static let tolerance: Int64 = 1_000_000_000
    /// The shortest pause between two files that is told.
    static let shortestPause: Int64 = 60_000_000_000
    /// Frames between two questions whether to go on, and bytes on the disk: frames may be large.
    private static let interval: UInt64 = 4096
    private static let stretch: UInt64 = 1 << 20

    /// A reading with the inspector of the first capture.
    init(_ inspector: consuming Inspector) {
        self.inspector = inspector
    }

    /// True where it was told to stop within a file.
    var wasInterrupted: Bool { result.wasInterrupted }

    /// Looks whether a file goes on where the one before it ended, and tells what is odd. `counter` is the place of
    /// a number that goes up by one from file to file.
    mutating func meets(_ file: ScanUnit.File, after previous: ScanUnit.File?, _ counter: Int?) -> Meeting {
        guard let previous, let lastTime, let start = file.start else { return .goesOn }
        let pause = start.nanoseconds(since: lastTime)
        if pause < -min(Self.tolerance, lastSpan / 2) {
            result.notices.append(.overlap(nanoseconds: -pause, after: previous.path, before: file.path))
            return .begins
        }
        if let missing = Self.missing(file, previous, counter) {
            result.notices.append(.missing(count: missing, after: previous.path, before: file.path))
        } else if longest > 0, pause > max(longest, Self.shortestPause) {
            result.notices.append(.pause(nanoseconds: pause, after: previous.path, before: file.path))
        }
        return .goesOn
    }

    private static func missing(
        _ file: ScanUnit.File, _ previous: ScanUnit.File, _ counter: Int?
    ) -> UInt64? {
        guard let counter, file.numbers.indices.contains(counter), previous.numbers.indices.contains(counter)
        else { return nil }
        let (one, two) = (previous.numbers[counter], file.numbers[counter])
        return two > one && two - one > 1 ? two - one - 1 : nil
    }

    /// Reads a file to its end, or until it is told to stop.
    mutating func read(_ file: ScanUnit.File, _ sink: inout some FindingSink, goesOn: (UInt64) -> Bool) {
        var part = UnitResult.File(outcome: .read(.complete), started: .now)
        let before = frames
        let hashes = file.entry.map { $0.content == nil } ?? false
        do throws(CaptureError) {
            part.outcome = .read(try inspect(file.path, hashes: hashes, &part, &sink, goesOn))
        } catch {
            // What was read of it before counts all the same.
            if frames > before, case .unreadable(_, let reason) = error {
                part.outcome = .read(.partial(reason: reason))
            } else {
                part.outcome = .failed(error)
                if hashes { hash(file, &part, goesOn) }
            }
        }
        note(part)
        // A read that a signal cut short looks like a damaged file, but it is the run that ended.
        if Interruption.signal != nil { result.wasInterrupted = true }
        result.files.append(part)
        settle()
    }

    /// Reads a file of which nothing is to be counted.
    mutating func read(before file: ScanUnit.File, _ sink: inout some FindingSink, goesOn: (UInt64) -> Bool) {
        var part = UnitResult.File(outcome: .read(.complete), started: .now)
        do throws(CaptureError) {
            _ = try inspect(file.path, hashes: false, &part, &sink, goesOn)
        } catch {
            // It was told in the run that scanned it; flows that cross the border are then cut there.
        }
        note(part)
        let statistics = inspector.statistics
        counted = LedgerCounts(statistics)
        left = Remainder.list(statistics)
        gapBytes = statistics.stream.gapBytes
    }

    private mutating func note(_ part: UnitResult.File) {
        guard let first = part.firstFrame, let last = part.lastFrame else { return }
        lastSpan = last.nanoseconds(since: first)
        longest = max(longest, lastSpan)
    }

    /// Takes the digest of a file that is no savefile: the ledger knows it by that, too.
    private mutating func hash(
        _ file: ScanUnit.File, _ part: inout UnitResult.File, _ goesOn: (UInt64) -> Bool
    ) {
        part.content = FileDigest.sha256(file.path) { isToGoOn($0, goesOn) }
    }

    /// Asks whether to go on, and remembers a no.
    private mutating func isToGoOn(_ bytesRead: UInt64, _ goesOn: (UInt64) -> Bool) -> Bool {
        if !goesOn(bytesRead) { result.wasInterrupted = true }
        return !result.wasInterrupted
    }

    /// Reads a file to its end, and hashes it on the way where that is wanted.
    private mutating func inspect(
        _ path: String, hashes: Bool, _ part: inout UnitResult.File, _ sink: inout some FindingSink,
        _ goesOn: (UInt64) -> Bool
    ) throws(CaptureError) -> SavefileVerdict {
        var savefile = try Savefile(path: path, hashes: hashes)
        let before = frames
        var look = Self.stretch
        var (first, last): (Timestamp?, Timestamp?)
        defer {
            (part.firstFrame, part.lastFrame) = (first, last)
            part.counts.framesLost = savefile.framesLost
        }
        while try savefile.withNextFrame({ header, bytes in
            var header = header
            header.number += before
            first = min(first ?? header.timestamp, header.timestamp)
            last = max(last ?? header.timestamp, header.timestamp)
            inspector.inspect(header, bytes, &sink)
        }) {
            frames += 1
            lastTime = max(lastTime ?? last ?? .zero, last ?? .zero)
            guard frames % Self.interval == 0 || savefile.bytesRead >= look else { continue }
            look = savefile.bytesRead + Self.stretch
            guard isToGoOn(savefile.bytesRead, goesOn) else { return savefile.verdict }
        }
        if hashes { part.content = savefile.digest { isToGoOn($0, goesOn) } }
        // How much was read of it in all, also where that was less than it takes to be asked.
        _ = goesOn(savefile.bytesRead)
        return savefile.verdict
    }

    /// Ends the capture: what is in flight is finished, and counts for its last file.
    mutating func end(_ sink: inout some FindingSink) {
        inspector.finish(&sink)
        settle()
        let statistics = inspector.statistics
        result.brokenLaws += statistics.brokenLaws
        for (rule, bytes) in inspector.costs() where bytes > 0 { result.costs[rule, default: 0] += bytes }
    }

    /// Begins another capture.
    mutating func begin(_ inspector: consuming Inspector) {
        self.inspector = inspector
        (frames, lastTime, longest, lastSpan) = (0, nil, 0, 0)
        (counted, left, gapBytes) = (LedgerCounts(), [], 0)
    }

    /// Adds what was counted since the last time to the last file.
    private mutating func settle() {
        guard let place = result.files.indices.last else { return }
        let statistics = inspector.statistics
        let (counts, remainders) = (LedgerCounts(statistics), Remainder.list(statistics))
        result.files[place].counts.add(counts.since(counted))
        for remainder in remainders {
            guard let grown = remainder.since(left) else { continue }
            if let same = result.files[place].left.firstIndex(where: { $0.adding(grown) != nil }) {
                result.files[place].left[same] = result.files[place].left[same].adding(grown) ?? grown
            } else {
                result.files[place].left.append(grown)
            }
        }
        result.files[place].gapBytes += statistics.stream.gapBytes - gapBytes
        (counted, left, gapBytes) = (counts, remainders, statistics.stream.gapBytes)
    }
}
