/// Where findings go: the event log in the field, a plain collector in tests and tables.
public protocol FindingSink {
    /// Takes one finding. Must not block for long: it is called between two frames.
    mutating func receive(_ finding: Finding)
}
