import Capture
import NetTypes
import Scan
import Sensor

/// Reads a unit with an inspector of its own: its files one after another as one capture, unless they prove to be none.
struct UnitReader: Sendable {
    /// What is scanned with.
    let engine: ScanEngine
    /// What hunts look for, by the rule set of those before.
    var hunts: [[UInt8]: HuntedRules]
    /// When the run has to be over.
    let pace: ScanPace
    /// How fast files are read.
    let rate: ReadingRate
    /// How far the run is.
    var progress: ScanProgress
    /// Set when nobody takes what is found any more.
    var halt = ReadingHalt()

    /// Reads a unit, or as much of it as a signal and the clock leave time for: between two files it ends well, within one
    /// it is interrupted. `tick` is called every few thousand frames. Throws when a scanner cannot be made.
    func read<Outlet: UnitOutlet>(
        _ unit: ScanUnit, into outlet: Outlet, tick: () -> Void = {}
    ) throws(RuleError) -> UnitResult {
        let hunt = hunt(of: unit)
        var sink = BorderFilter(outlet, hunt: hunt)
        var reading = CaptureReading(try inspector(hunt))
        if let leadIn = unit.leadIn { read(before: leadIn, &reading, &sink, tick) }
        for (index, file) in unit.files.enumerated() where !reading.wasInterrupted {
            // The first was asked for before the unit was begun.
            if index > 0, !goesOn || !pace.allows(bytes: file.size, rate: rate.bytesPerSecond) { break }
            let before = index == 0 ? unit.leadIn : unit.files[index - 1]
            if reading.meets(file, after: before, unit.counter) == .begins {
                reading.end(&sink)
                reading.begin(try inspector(hunt))
                sink.border = nil
            }
            sink.outlet.begin(file: file.path, framesBefore: reading.frames)
            read(file, &reading, &sink, tick)
        }
        reading.end(&sink)
        return reading.result
    }

    /// What a unit is searched for; nil for everything.
    func hunt(of unit: ScanUnit) -> HuntedRules? {
        if case .hunt(let set) = unit.work { hunts[set] } else { nil }
    }

    private func inspector(_ hunt: HuntedRules?) throws(RuleError) -> Inspector {
        if let hunt {
            return try Inspector(hunt.sensor(engine.sensor), rules: hunt.rules, indicators: hunt.indicators)
        }
        return try Inspector(engine.sensor, rules: engine.rules, indicators: engine.indicators)
    }

    private func read<Outlet: UnitOutlet>(
        _ file: ScanUnit.File, _ reading: inout CaptureReading, _ sink: inout BorderFilter<Outlet>,
        _ tick: () -> Void
    ) {
        let started = ContinuousClock.now
        var bytesRead: UInt64 = 0
        reading.read(file, &sink) { count in
            bytesRead = count
            progress.update(file, bytesRead: count)
            tick()
            return goesOn
        }
        // A file that could not be read says nothing of how fast files are read.
        rate.add(bytes: bytesRead, ContinuousClock.now - started)
        if !reading.wasInterrupted { progress.finish(file) }
    }

    /// Reads the file before the first again, for the flows that are under way at its end.
    private func read<Outlet: UnitOutlet>(
        before file: ScanUnit.File, _ reading: inout CaptureReading, _ sink: inout BorderFilter<Outlet>,
        _ tick: () -> Void
    ) {
        sink.isBefore = true
        sink.outlet.begin(file: file.path, framesBefore: 0)
        reading.read(before: file, &sink) { count in
            progress.update(file, bytesRead: count, isAgain: true)
            tick()
            return goesOn
        }
        progress.finish(file, isAgain: true)
        sink.isBefore = false
        if reading.frames > 0 { sink.border = reading.frames }
    }

    /// False once a signal, the clock or a failure ends the run.
    var goesOn: Bool { Interruption.signal == nil && !pace.isOver && !halt.isSet }
}
