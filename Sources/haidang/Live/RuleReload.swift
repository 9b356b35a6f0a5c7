import Foundation
import Scan
import Sensor
import Synchronization

/// Loads rules again beside a live run: on request, or when a file has changed. What does not compile leaves the rules
/// as they are.
final class RuleReload {
    /// What came of it.
    enum Result: Sendable {
        /// Rules, and how many of their files or pieces were left out.
        case loaded(RuleSet, leftOut: Int)
        /// Nothing to work with, and why.
        case failed(reason: String)
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
        let (paths, settings) = (places, settings)
        let thread = Thread { [desk] in
            Interruption.leaveToOthers()
            let result: Result
            do throws(CommandError) {
                let (rules, problems) = try Self.load(paths, settings)
                let leftOut = problems.count { $0.isError }
                result =
                    rules.rules.isEmpty
                    ? .failed(reason: "\(ProblemText.nothingCompiled(problems: leftOut))")
                    : .loaded(rules, leftOut: leftOut)
            } catch {
                result = .failed(reason: error.sentences.joined(separator: " "))
            }
            desk.state.withLock { state in
                state.isLoading = false
                state.result = result
            }
        }
        thread.stackSize = 8 << 20
        thread.start()
    }

    private static func load(
        _ paths: [String], _ settings: Settings
    ) throws(CommandError) -> (RuleSet, [RuleProblem]) {
        let places = try RulePlaces.open(paths, settings)
        do throws(RuleError) {
            return try RuleSet.load(places: places, configuration: settings.sensor.scan)
        } catch {
            throw .rules(error)
        }
    }

    /// When each file was changed; a folder counts too, so that one which is gone is seen.
    private func files() -> [String: Date] {
        var all: [String: Date] = [:]
        for place in places {
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
