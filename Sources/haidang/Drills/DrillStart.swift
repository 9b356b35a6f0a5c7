import ArgumentParser

/// When a drill begins.
enum DrillStart: String, CaseIterable, ExpressibleByArgument {
    /// At the time at which it was captured: the same in every run.
    case captured
    /// Now, so that a team sees it as it sees what is real.
    case now
}
