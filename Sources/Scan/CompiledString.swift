/// What libyara keeps of a string, as values.
struct CompiledString {
    /// Part of a string with a long gap, which libyara looks for in parts.
    var isChained: Bool
    /// Any part but the first.
    var isTail: Bool
    /// Must be a whole word.
    var isFullWord: Bool
    /// The most bytes, before and after one point, that libyara looks at for one match.
    var reach: Int
}
