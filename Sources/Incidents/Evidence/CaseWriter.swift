import Foundation
import NetTypes

/// Builds a case folder under a name of its own beside its place, and moves it there when it is whole.
///
/// So under the final name there is a whole folder or none, wherever an export ends. A folder that was left by one that
/// was killed begins with a dot and ends with `.part`; nothing reads it.
final class CaseWriter {
    /// The limits.
    let limits: CaseLimits
    /// Files so far, in the order in which they were finished.
    private(set) var files: [CaseManifest.File] = []
    /// The folder that is being written.
    let partPath: String

    private let finalPath: String
    private let parent: String
    private var used: UInt64 = 0
    private var isSettled = false

    /// Begins a folder. `name` must be one that we made.
    init(parent: String, name: String, limits: CaseLimits) throws(EvidenceError) {
        self.limits = limits
        self.parent = parent
        finalPath = parent + "/" + name
        partPath = parent + "/." + name + "-" + UUID().uuidString + ".part"
        // A link that leads nowhere counts as well.
        if (try? FileManager.default.attributesOfItem(atPath: finalPath)) != nil {
            throw .exists(path: finalPath)
        }
        do {
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: parent, reason: Self.reason(error))
        }
        try makeFolder("")
    }

    deinit {
        if !isSettled { try? FileManager.default.removeItem(atPath: partPath) }
    }

    /// Makes a folder inside, for its owner alone.
    func makeFolder(_ path: String) throws(EvidenceError) {
        do {
            try FileManager.default.createDirectory(
                atPath: partPath + "/" + path, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotWrite(path: path.isEmpty ? partPath : path, reason: Self.reason(error))
        }
    }

    /// Begins a file, for its owner alone; its folder must be there.
    func file(_ path: String, _ purpose: String) throws(EvidenceError) -> CaseFile {
        let full = try foreignFile(path)
        guard let file = FileHandle(forWritingAtPath: full) else {
            throw .cannotWrite(path: path, reason: LogFile.message(errno))
        }
        return CaseFile(path, purpose, file, self)
    }

    /// Makes an empty file that somebody else will write to, and says where it is.
    func foreignFile(_ path: String) throws(EvidenceError) -> String {
        let full = partPath + "/" + path
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: full, contents: nil, attributes: attributes) else {
            throw .cannotWrite(path: path, reason: LogFile.message(errno))
        }
        return full
    }

    /// Enters a file that somebody else has written.
    func adopt(_ path: String, _ purpose: String) throws(EvidenceError) {
        let measured = try CaseReading.measure(partPath + "/" + path, named: path)
        enter(
            CaseManifest.File(path: path, size: measured.size, sha256: measured.sha256, purpose: purpose))
    }

    /// Writes a whole file.
    func write(_ bytes: [UInt8], _ path: String, _ purpose: String) throws(EvidenceError) {
        let file = try file(path, purpose)
        try file.write(bytes)
        try file.close()
    }

    /// Counts bytes that are about to be written.
    func reserve(_ count: Int) throws(EvidenceError) {
        used += UInt64(count)
        if used > limits.bytes { throw .tooLarge(limit: limits.bytes) }
    }

    /// Enters a finished file.
    func enter(_ file: CaseManifest.File) {
        files.append(file)
    }

    /// Gives the folder its name, and makes that lasting.
    func settle() throws(EvidenceError) -> String {
        do {
            for folder in [partPath + "/" + ObjectVault.folder, partPath + "/" + RuleText.folder, partPath] {
                if let handle = FileHandle(forReadingAtPath: folder) { try handle.synchronize() }
            }
            // This refuses what has come there in the meantime.
            try FileManager.default.moveItem(atPath: partPath, toPath: finalPath)
            isSettled = true
            if let handle = FileHandle(forReadingAtPath: parent) { try handle.synchronize() }
        } catch {
            throw .cannotWrite(path: finalPath, reason: Self.reason(error))
        }
        return finalPath
    }

    /// The system's words where Foundation knows them.
    static func reason(_ error: any Error) -> String {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
        return cause.map { LogFile.message(Int32($0.code.rawValue)) } ?? error.localizedDescription
    }
}
