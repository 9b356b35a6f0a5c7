import Foundation
import NetTypes
import Sensor
import Synchronization

/// How fast a drill goes on, while it does: the director may stop it for a while, let it go on, change its pace, or jump
/// ahead. Calls come from the director's thread and from the one that reads the traffic.
///
/// What it jumps over is not left out: it is played as fast as possible, so that the engine sees the same traffic, and
/// the score is the same, at every pace.
public final class PlayClock: Sendable {
    /// The highest pace; above, a drill is played as fast as possible.
    public static let fastest = 1000.0
    /// Seconds after which a thread that waits looks whether anything has changed.
    private static let attention = 0.02

    private struct State {
        var clock = RunClock()
        var begun: ContinuousClock.Instant?
        /// The pace that the director wants; 0 for as fast as possible.
        var speed: Double
        var isPaused = false
        /// The time that it jumps to; nil when it does not.
        var target: Int64?
        /// The latest time of the drill whose frame went on.
        var reached: Int64 = 0
        var isStopped = false
    }

    private let state: Mutex<State>
    private let start: Timestamp
    private let now: @Sendable () -> Timestamp

    /// A clock of a drill that begins at a capture time. `speed` is how many times faster than captured it is played, up
    /// to `fastest`, and 0 for as fast as possible; `now` is the clock on the wall.
    public init(start: Timestamp, speed: Double, now: @escaping @Sendable () -> Timestamp) {
        self.start = start
        self.now = now
        state = Mutex(State(speed: min(max(speed, 0), Self.fastest)))
    }

    /// What holds frames back until their time has come.
    public var gate: FrameGate {
        FrameGate(isOpen: { self.isOpen($0) }, wait: { self.wait(for: $0) })
    }

    /// Time goes on from here; the first frame that asks begins it too.
    public func begin() {
        state.withLock { if $0.begun == nil { mark(&$0) } }
    }

    /// Stands still until `resume`.
    public func pause() {
        state.withLock { state in
            if state.isPaused { return }
            state.reached = max(state.reached, Self.played(state))
            state.isPaused = true
            mark(&state)
        }
    }

    /// Goes on.
    public func resume() {
        state.withLock { state in
            guard state.isPaused else { return }
            state.isPaused = false
            mark(&state)
        }
    }

    /// Goes on at another pace.
    public func change(speed: Double) {
        state.withLock { state in
            state.reached = max(state.reached, Self.played(state))
            state.speed = min(max(speed, 0), Self.fastest)
            mark(&state)
        }
    }

    /// Jumps ahead to so many nanoseconds of the drill; false where that is past.
    public func seek(to played: Int64) -> Bool {
        state.withLock { state in
            state.reached = max(state.reached, Self.played(state))
            guard played > state.reached else { return false }
            (state.target, state.isPaused) = (played, false)
            mark(&state)
            return true
        }
    }

    /// Nothing more is played.
    public func stop() { state.withLock { $0.isStopped = true } }

    /// Nanoseconds of the drill that have been played.
    public var played: Int64 { state.withLock { max($0.reached, Self.played($0)) } }

    /// True while it stands still.
    public var isPaused: Bool { state.withLock { $0.isPaused } }

    /// When what was played, so far.
    public var record: RunClock { state.withLock { $0.clock } }

    func isOpen(_ time: Timestamp) -> Bool {
        let offset = time.nanoseconds(since: start)
        return state.withLock { state in
            if state.isStopped { return false }
            if state.begun == nil { mark(&state) }
            if let target = state.target, offset >= target {
                state.target = nil
                state.reached = max(state.reached, target)
                mark(&state)
            }
            let isFree = !state.isPaused && (state.target != nil || state.speed == 0)
            guard isFree || offset <= Self.played(state) else { return false }
            state.reached = max(state.reached, offset)
            return true
        }
    }

    func wait(for time: Timestamp) -> Bool {
        while !state.withLock({ $0.isStopped }) {
            if isOpen(time) { return true }
            let left = state.withLock { state in
                state.isPaused || state.speed == 0
                    ? Self.attention
                    : Double(time.nanoseconds(since: start) - Self.played(state)) / 1e9 / state.speed
            }
            Thread.sleep(forTimeInterval: min(max(left, 0), Self.attention))
        }
        return false
    }

    /// Begins a segment of the record at what has been played.
    private func mark(_ state: inout State) {
        state.clock.append(
            RunClock.Segment(
                played: state.reached, wall: now().nanoseconds,
                speed: state.target == nil ? state.speed : 0, isPaused: state.isPaused))
        state.begun = .now
    }

    /// Nanoseconds of the drill whose time has come, by its pace; of one without a pace, what has been played.
    private static func played(_ state: State) -> Int64 {
        guard let begun = state.begun, let segment = state.clock.segments.last else { return 0 }
        if segment.isPaused || segment.speed == 0 { return max(segment.played, state.reached) }
        let passed = Double((ContinuousClock.now - begun).nanoseconds) * segment.speed
        return segment.played &+ Int64(min(passed, 4e18))
    }
}
