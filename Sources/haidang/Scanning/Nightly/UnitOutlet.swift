import NetTypes

/// Where what is found in a unit goes: straight to the sink of the run, or to it from another thread.
protocol UnitOutlet: FindingSink {
    /// From here on frames come from another savefile. `framesBefore` is how many frames of the same capture came before
    /// them; 0 begins a new capture.
    mutating func begin(file: String, framesBefore: UInt64)
}
