/// Parts of paths, as POSIX (basename, dirname) has them.
///
/// Foundation's `deletingLastPathComponent` ends the process for some paths of one letter, so it is not used.
enum FilePath {
    /// The path of the folder that a path lies in; empty for a name alone.
    static func parent(_ path: String) -> String {
        let trimmed = trimmed(path)
        guard let slash = trimmed.lastIndex(of: "/") else { return "" }
        let parent = Self.trimmed(String(trimmed[..<slash]))
        return parent.isEmpty ? "/" : parent
    }

    /// The last name of a path; empty for the root.
    static func name(_ path: String) -> String {
        trimmed(path).split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }

    /// The name without what stands behind its last dot; one that begins with the only dot is kept.
    static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The path without slashes at its end.
    private static func trimmed(_ path: String) -> String {
        var path = path[...]
        while path.last == "/" { path = path.dropLast() }
        return String(path)
    }
}
