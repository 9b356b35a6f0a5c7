import NetTypes

/// The time that sending goes by: the machine's, or one that a test moves.
protocol PacingClock {
    /// Nanoseconds since some point in the past; never goes backwards.
    var now: Int64 { get }
    /// What the clock on the wall shows.
    var wall: Timestamp { get }
    /// Waits until `now` is at least `deadline`, as exactly as it can.
    func wait(until deadline: Int64)
    /// Waits for about so many nanoseconds, where it does not matter how many.
    func rest(nanoseconds: Int64)
}
