import Foundation

/// A file, or a folder of files, that a night writes to.
struct NightPlace {
    /// What is written there.
    enum Kind: String, CaseIterable {
        case ledger, eventLog, store, recordings
    }

    /// What is written there.
    let kind: Kind
    /// The path as it was given.
    let path: String

    /// Free bytes that there have to be in any case.
    private static let least: UInt64 = 1 << 30

    /// The folder that has to be written to.
    var folder: String {
        if kind == .recordings { return path }
        let parent = FilePath.parent(path)
        return parent.isEmpty ? "." : parent
    }

    /// Why it cannot be written; nil where it can. A database needs its folder as well, for the files beside it; a log that is
    /// there does not.
    var refusal: Int32? {
        let files = FileManager.default
        let exists = files.fileExists(atPath: path)
        if exists, !files.isWritableFile(atPath: path) { return EACCES }
        if exists, kind == .eventLog { return nil }
        if files.isWritableFile(atPath: folder) { return nil }
        return files.fileExists(atPath: folder) ? EACCES : ENOENT
    }

    /// Free bytes of the disk that it lies on; nil where the system does not say.
    var free: UInt64? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        return (attributes?[.systemFreeSize] as? NSNumber)?.uint64Value
    }

    /// Free bytes under which it is short: as much again as there is, which other nights have written. For recordings `limit` is
    /// what the folder may take; nil without a limit.
    func needed(limit: UInt64? = nil) -> UInt64 {
        guard kind == .recordings else { return max(Self.least, Self.size(path)) }
        guard let limit else { return Self.least }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let used = names.reduce(UInt64(0)) { $0 + Self.size("\(path)/\($1)") }
        return max(Self.least, limit - min(limit, used))
    }

    /// Bytes of a file; 0 where there is none.
    static func size(_ path: String) -> UInt64 {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.uint64Value ?? 0
    }
}
