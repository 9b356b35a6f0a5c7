import Foundation
import NetTypes
import Rulebook
import Scan
import Sensor
import Synchronization

/// Loads rules and indicators again beside a live run: on request, or when a file has changed. What does not compile, or
/// cannot be read, leaves what is at work as it is.
final class RuleReload {
    /// What came of it: of rules and of indicators, each nil when the run has none.
    struct Result: Sendable {
        var rules: Rules?
        var indicators: Indicators?

        enum Rules: Sendable {
            /// Rules, and how many of their files or pieces were left out.
            case loaded(RuleSet, leftOut: Int)
            /// Nothing to work with, and why.
            case failed(reason: String)
        }

        enum Indicators: Sendable {
            /// Indicators.
            case loaded(IndicatorLoad)
            /// Nothing to work with, and why.
            case failed(reason: String)
        }

        /// The rules to go over to; nil to stay.
        var freshRules: RuleSet? {
            if case .loaded(let rules, _) = rules { return rules }
            return nil
        }

        /// The indicators to go over to; nil to stay.
        var freshIndicators: IndicatorSet? {
            if case .loaded(let load) = indicators { return load.set }
            return nil
        }
    }

    private let places: [String]
    private let settings: Settings
    private let watches: Bool
    private var lastLook = ContinuousClock.now
    private var seen: [String: Date] = [:]
    private var isWanted = false
    private let desk = Desk()

    /// What the thread that loads shares with the one that asks.
    private final class Desk: Sendable {
        let state = Mutex(State())
    }

    private struct State {
        var isLoading = false
        var result: Result?
    }

    /// The time between two looks at the files.
    private static let lookInterval = Duration.seconds(2)
    /// Files that are looked at; a rule folder has fewer.
    private static let mostFiles = 20_000

    init(_ places: [String], _ settings: Settings, watches: Bool) {
        self.places = places
        self.settings = settings
        self.watches = watches
        if watches { seen = files() }
    }

    /// Loads the rules on a thread of its own; once more when that is going on already.
    func begin() {
        isWanted = true
    }

    /// What came of a load that has ended; nil when there is none.
    func poll() -> Result? {
        if watches, ContinuousClock.now - lastLook >= Self.lookInterval {
            lastLook = .now
            let now = files()
            if now != seen {
                seen = now
                isWanted = true
            }
        }
        let (isLoading, result) = desk.state.withLock { state in
            defer { state.result = nil }
            return (state.isLoading, state.result)
        }
        if isWanted, !isLoading {
            isWanted = false
            load()
        }
        return result
    }

    private func load() {
        desk.state.withLock { $0.isLoading = true }
        let (places, settings) = (places, settings)
        let thread = Thread { [desk] in
            Interruption.leaveToOthers()
            var result = Result()
            if !places.isEmpty { result.rules = Self.rules(places, settings) }
            if !settings.indicators.isEmpty { result.indicators = Self.indicators(settings.indicators) }
            desk.state.withLock { state in
                state.isLoading = false
                state.result = result
            }
        }
        thread.stackSize = 8 << 20
        thread.start()
    }

    private static func rules(_ paths: [String], _ settings: Settings) -> Result.Rules {
        do throws(CommandError) {
            let (rules, problems) = try load(paths, settings)
            let leftOut = problems.count { $0.isError }
            return rules.rules.isEmpty
                ? .failed(reason: "\(ProblemText.nothingCompiled(problems: leftOut))")
                : .loaded(rules, leftOut: leftOut)
        } catch {
            return .failed(reason: error.sentences.joined(separator: " "))
        }
    }

    private static func load(
        _ paths: [String], _ settings: Settings
    ) throws(CommandError) -> (RuleSet, [RuleProblem]) {
        let places = try RulePlaces.open(paths, settings)
        do throws(RuleError) {
            return try RuleQuarantine.load(places, settings.sensor.scan)
        } catch {
            throw .rules(error)
        }
    }

    private static func indicators(_ paths: [String]) -> Result.Indicators {
        do throws(IndicatorError) {
            return .loaded(try IndicatorLoader.load(paths: paths))
        } catch {
            return .failed(reason: "\(IndicatorText.error(error))")
        }
    }

    /// When each file was changed; a folder counts too, so that one which is gone is seen.
    private func files() -> [String: Date] {
        var all: [String: Date] = [:]
        for place in places + settings.indicators {
            let below = FileManager.default.enumerator(atPath: place)?.lazy.compactMap { $0 as? String }
            let names = below.map { Array($0.prefix(Self.mostFiles)) } ?? []
            for path in [place] + names.map({ place + "/" + $0 }) {
                let attributes = try? FileManager.default.attributesOfItem(atPath: path)
                all[path] = attributes?[.modificationDate] as? Date
            }
        }
        return all
    }
}
