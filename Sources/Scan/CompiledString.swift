/// What libyara keeps of a string, as values.
struct CompiledString {
    /// Part of a string with a long gap, which libyara looks for in parts.
    var isChained: Bool
    /// Any part but the first.
    var isTail: Bool
    /// Must be a whole word.
    var isFullWord: Bool
    /// Bytes of a literal; 0 for patterns, whose reach libyara limits.
    var length: Int
}
