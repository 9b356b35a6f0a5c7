import NetTypes

/// Takes findings that nobody needs.
struct IgnoringSink: FindingSink {
    mutating func receive(_ finding: Finding) {}
}
