/// A walk through a folder and what is below it.
struct FolderWalk {
    /// The savefiles found so far.
    private(set) var savefiles: [String] = []
    private var entered: Set<FileIdentity> = []

    /// Looks through one folder; throws when it cannot be read. What is wrong below it goes to `unreadable`.
    mutating func enter(
        _ folder: String, _ identity: FileIdentity, depth: Int, _ unreadable: (CaptureError) -> Void
    ) throws(CaptureError) {
        // Links can lead to a folder twice, or in a circle.
        guard entered.insert(identity).inserted else { return }
        guard depth <= SavefileFolder.depthLimit else {
            throw .unreadable(path: folder, reason: "is more than \(SavefileFolder.depthLimit) folders deep")
        }
        // The order decides by which path a folder with several is entered, so it must not be the file system's.
        let names = try ByteReader.names(in: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for name in names {
            visit(name, in: folder, depth: depth, unreadable)
        }
    }

    private mutating func visit(
        _ name: String, in folder: String, depth: Int, _ unreadable: (CaptureError) -> Void
    ) {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        let isSavefile = SavefileName.matches(name)
        do throws(CaptureError) {
            let identity = try ByteReader.identity(of: path)
            switch identity.kind {
            case .folder: try enter(path, identity, depth: depth + 1, unreadable)
            case .file: if isSavefile { savefiles.append(path) }
            case .other: if isSavefile { throw .notASavefile(path: path, reason: "is no regular file") }
            }
        } catch .missing where !isSavefile {
            // A link that leads nowhere, and would not have been a savefile.
        } catch {
            unreadable(error)
        }
    }
}
