/// Limits on what is read as rules. Rules come from the operator, but often from the internet before that.
enum RuleLimits {
    /// Bytes of one rule file.
    static let fileBytes = 16 << 20
    /// Rule files of one set.
    static let files = 65_536
    /// Bytes of all rule files of one set.
    static let totalBytes = 512 << 20
    /// Folders inside folders.
    static let folderDepth = 32
    /// Files that include each other in a row, as in libyara.
    static let includeDepth = 16
    /// Files that one file draws in, over all levels.
    static let includes = 4_096
    /// Bytes of one file and all it includes; two files that include each other twice grow without it.
    static let expandedBytes = 64 << 20
    /// Times one file is compiled anew without the rules that failed. Each time finds at least one.
    static let repairRounds = 200
    /// Messages kept of one call of the compiler.
    static let messages = 10_000
    /// Brackets and negations inside each other, in a condition whose scope is to be proven.
    static let conditionDepth = 64
    /// Things to look for of which a rule needs one. With more it is looked at always.
    static let triggers = 1_024
    /// Things to look for of all rules together, beyond which those with a gate are told by it alone.
    static let literals = 8_192
    /// Literals that are looked for in one pass; with more there are several.
    static let literalsOfPass = 2_048
    /// Groups of rules that begin alike, below which they are looked at together with others.
    static let smallShard = 8
    /// Strings that a pattern may begin a match with, where all are spelt out.
    static let spellings = 16
    /// Bytes of a literal that is looked for; of a longer one the rarest part is.
    static let literalBytes = 16
}
