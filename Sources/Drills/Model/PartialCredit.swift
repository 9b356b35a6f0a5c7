/// What findings are worth that are not quite what was expected, in hundredths of the points of their inject.
public struct PartialCredit: Equatable, Sendable {
    /// What was expected, but too late.
    public var late = 0
    /// In that flow and in time, by another rule of the same category.
    public var otherRule = 0
    /// In that flow and in time, of another category.
    public var wrongCategory = 0

    /// Nothing is worth anything.
    public init() {}
}
