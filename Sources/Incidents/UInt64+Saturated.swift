extension UInt64 {
    /// The sum, or the greatest number where there is no room for it: a counter of a file that is damaged traps nobody.
    func saturated(adding other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
