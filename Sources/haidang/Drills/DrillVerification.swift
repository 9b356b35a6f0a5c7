import Drills
import Foundation
import Incidents
import NetTypes
import Scan
import Sensor

/// Plays drills as fast as possible, without a store or a log on disk, and says which the engine does not pass.
struct DrillVerification {
    /// What became of one drill.
    struct Result {
        /// Its file.
        var file: String
        /// Its title.
        var title: String
        /// Why it did not pass; empty where it did.
        var failures: [String]
        /// How long it took.
        var time: Duration
    }

    private let rules: RuleSet?
    private let categories: [String: String]
    private let settings: Settings
    private let workers: Int

    init(_ rules: RuleSet?, _ settings: Settings, workers: Int) {
        self.rules = rules
        categories = DrillLoading.categories(of: rules)
        self.settings = settings
        self.workers = workers
    }

    /// Plays one drill. A drill that cannot be played does not pass.
    func verify(_ file: String) -> Result {
        var result = Result(file: file, title: "", failures: [], time: .zero)
        let start = ContinuousClock.now
        do throws(CommandError) {
            let drill = try DrillFile.load(file)
            result.title = drill.title.text(.current)
            result.failures = try failures(of: drill)
        } catch {
            result.failures = error.sentences
        }
        result.time = ContinuousClock.now - start
        return result
    }

    private func failures(of drill: Drill) throws(CommandError) -> [String] {
        let settings = try DrillLoading.settings(drill, settings)
        let path = FileManager.default.temporaryDirectory.path + "/haidang-drill-\(UUID().uuidString).pcapng"
        defer { try? FileManager.default.removeItem(atPath: path) }
        do throws(DrillError) {
            let traffic = try DrillStage.set(drill, to: path)
            var evidence = DrillEvidence(drill)
            let encoder = EventEncoder(host: "verify", origin: .savefile(path: "traffic.pcapng"))
            let clock = PlayClock(start: traffic.start, speed: 0) { Timestamp.now }
            let player = DrillPlayer(
                traffic, settings.sensor, rules: rules, indicators: nil, workers: workers)
            let statistics = try player.play(
                clock, now: { Timestamp.now },
                receive: { if let line = encoder.line($0) { evidence.take(line: line) } }, turn: {})
            let facts = RunFacts(
                clock: clock.record, start: traffic.start, played: traffic.length.nanoseconds, isOver: true,
                rules: categories.mapValues { RuleCategory(rawValue: $0) })
            let left = Remainder.list(statistics.sensor).map(\.member.0)
            let damage = traffic.damaged.sorted { $0.key < $1.key }.map {
                "\(DrillText.damaged(file: $0.key, reason: $0.value))"
            }
            return Self.failures(DrillJudge(drill, evidence, facts).score()) + damage
                + (left.isEmpty ? [] : ["\(DrillText.incomplete(left))"])
        } catch {
            throw .drill(error)
        }
    }

    private static func failures(_ score: DrillScore) -> [String] {
        var failures: [String] = []
        for inject in score.injects {
            for expectation in inject.expectations where expectation.verdict != .found {
                let name = expectation.pattern.rule ?? expectation.pattern.category?.rawValue ?? ""
                let reason = expectation.reason.map { ": \(DrillText.reason($0))" } ?? ""
                failures.append(
                    "#\(inject.inject.id) \(Escaping.shown(name)): \(DrillText.verdict(expectation.verdict))"
                        + reason)
            }
        }
        failures += score.unexpected.map { "\(DrillText.unexpectedRule($0.rule))" }
        for silence in score.silences {
            if let breach = silence.breach { failures.append("\(DrillText.silenceBroken(breach.rule))") }
        }
        return failures
    }
}
