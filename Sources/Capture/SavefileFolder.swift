/// Finds the savefiles that an operator means with a path.
public enum SavefileFolder {
    /// How many folders deep below the one that was named; what is deeper is reported as unreadable.
    public static let depthLimit = 64

    /// The savefiles at a path: a file gives itself, whatever its name, as does `-`; a folder gives the files in it
    /// and its subfolders that have a savefile's suffix, in the order of the bytes of their paths.
    ///
    /// Symbolic links are followed, and each folder is entered once, however many lead to it. What cannot be looked
    /// into is told to `unreadable`, and the rest is still found. Throws `missing` or `unreadable` when that is so
    /// of the path itself, and `emptyFolder` when there is no savefile in it.
    public static func savefiles(
        at path: String, unreadable: (CaptureError) -> Void = { _ in }
    ) throws(CaptureError) -> [String] {
        if path == "-" { return [path] }
        let identity = try ByteReader.identity(of: path)
        guard identity.kind == .folder else { return [path] }
        var walk = FolderWalk()
        try walk.enter(path, identity, depth: 0, unreadable)
        guard !walk.savefiles.isEmpty else { throw .emptyFolder(path: path) }
        return walk.savefiles.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
