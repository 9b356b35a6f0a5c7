extension Duration {
    /// In whole milliseconds, at least one.
    var milliseconds: Int64 { max(1, Int64(self / .milliseconds(1))) }

    /// In nanoseconds, as servers are told durations; at most some 292 years.
    var nanoseconds: Int64 { Int64(min(self / .nanoseconds(1), 9e18)) }
}
