import Capture
import NetTypes
import Scan
import Sensor

/// Holds rules against the captures that their metadata names. Each capture is read once, for all rules.
public struct RuleTest: Sendable {
    /// One row for each rule and capture, in the order of the rules.
    public private(set) var rows: [RuleTestRow] = []
    /// The savefiles to read, in the order of the bytes of their paths.
    public private(set) var savefiles: [String] = []
    /// True when the run was stopped before its end.
    public private(set) var wasStopped = false

    private let set: RuleSet
    private let configuration: SensorConfiguration
    /// The rule and the savefile of each row; nil where there is nothing to read.
    private var subjects: [(rule: UInt32, savefile: String)?] = []

    /// Plans the test of the rules of a set that are ever reported. `captures` is the folder that their metadata speaks
    /// of; a name in it stands for every savefile below it.
    public init(_ set: RuleSet, captures: String, configuration: SensorConfiguration) {
        self.set = set
        self.configuration = configuration
        let root = captures.hasSuffix("/") ? String(captures.dropLast()) : captures
        var found: [String: [String]] = [:]
        for rule in set.rules where !rule.isPrivate {
            let profile = RuleProfile(rule.identity)
            let name = "\(rule.identity.namespace):\(rule.identity.name)"
            guard !profile.hits.isEmpty, !profile.misses.isEmpty else {
                add(RuleTestRow(rule: name, capture: "", mustHit: true, verdict: .noCaptures), nil)
                continue
            }
            let wanted = profile.hits.map { ($0, true) } + profile.misses.map { ($0, false) }
            for (folder, mustHit) in wanted {
                let plain = CaptureName.plain(folder)
                let files = found[plain] ?? Self.savefiles(plain, in: root)
                found[plain] = files
                if files.isEmpty {
                    let verdict = RuleTestRow.Verdict.captureMissing
                    add(RuleTestRow(rule: name, capture: plain, mustHit: mustHit, verdict: verdict), nil)
                }
                for file in files {
                    let row = RuleTestRow(
                        rule: name, capture: String(file.dropFirst(root.utf8.count + 1)), mustHit: mustHit,
                        verdict: .notRun)
                    add(row, (rule.identity.signatureID, file))
                }
            }
        }
        savefiles = Array(Set(found.values.joined())).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }

    private mutating func add(_ row: RuleTestRow, _ subject: (UInt32, String)?) {
        rows.append(row)
        subjects.append(subject.map { (rule: $0.0, savefile: $0.1) })
    }

    /// The savefiles that a name stands for; none when it leads out of the folder or nowhere.
    private static func savefiles(_ name: String, in root: String) -> [String] {
        guard CaptureName.isGood(name) else { return [] }
        return (try? SavefileFolder.savefiles(at: root + "/" + name)) ?? []
    }

    /// Reads the captures and fills in the rows. `progress` is told the index of the savefile and how far it has come,
    /// and stops the run by returning false; a savefile that was begun then counts as not read. Throws when there is
    /// no memory for a scanner.
    public mutating func run(progress: (Int, Replay.Progress) -> Bool = { _, _ in true }) throws(RuleError) {
        var places: [String: [Int]] = [:]
        for (index, subject) in subjects.enumerated() {
            if let subject { places[subject.savefile, default: []].append(index) }
        }
        for (index, savefile) in savefiles.enumerated() {
            let start = Replay.Progress.none
            guard progress(index, start), let run = try read(savefile, { progress(index, $0) }) else {
                wasStopped = true
                return
            }
            for row in places[savefile] ?? [] {
                guard let subject = subjects[row] else { continue }
                rows[row].verdict = run.verdict(of: subject.rule, mustHit: rows[row].mustHit)
            }
        }
    }

    /// What one savefile gave; nil when the run was stopped in it.
    private func read(
        _ path: String, _ progress: (Replay.Progress) -> Bool
    ) throws(RuleError) -> CaptureRun? {
        var inspector = try Inspector(configuration, rules: set)
        var run = CaptureRun()
        do throws(CaptureError) {
            var savefile = try Savefile(path: path)
            let outcome = try Replay.run(&savefile, &inspector, &run, progress: progress)
            if outcome.stopped { return nil }
            if case .partial(let reason) = outcome.verdict { run.reason = reason }
        } catch .unreadable(_, let reason) {
            run.reason = reason
        } catch .notASavefile(_, let reason) {
            run.reason = reason
        } catch {
            run.reason = "it cannot be opened"
        }
        let scan = inspector.statistics.scan
        if scan.timedOut > 0 || scan.failed > 0 { run.reason = "a scan did not come to its end" }
        return run
    }
}
