import Foundation
import Glibc
import NetTypes

/// The custody log of a case folder: a chain of lines, each of which has the hash of the one before.
///
/// Beside it lies the hash of its last line, so that lines cannot be cut off its end without a trace. What the chain
/// does not prove: whoever may write to the folder can make all of it anew. Hence the last hash is also printed by the
/// export and kept in the journal of the store.
public enum CustodyLog {
    /// Its file.
    public static let name = "custody.log"
    /// The file with the hash of its last line, and a newline.
    public static let headName = "custody.head"
    /// The most bytes that it may have: 16 MiB.
    static let largest = 16 << 20
    /// Bytes that are kept of a name or a detail.
    static let longestText = 4096

    /// Adds a line, makes it lasting, and gives its hash. Two programs that do so at once wait for each other.
    ///
    /// Throws `brokenLog` for a log that does not hang together: it is evidence as it is. The one thing that is mended
    /// is a last line that was begun and never confirmed, as a power failure leaves it; the new line says so.
    @discardableResult
    public static func append(
        to folder: String, _ action: CustodyEntry.Action, detail: String, person: String, host: String,
        time: Timestamp
    ) throws(EvidenceError) -> String {
        let path = folder + "/" + name
        guard CaseReading.isRegular(path), let file = FileHandle(forUpdatingAtPath: path) else {
            throw .unreadable(path: name, reason: LogFile.message(errno))
        }
        defer { try? file.close() }
        while flock(file.fileDescriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw .cannotWrite(path: name, reason: LogFile.message(errno)) }
        }
        // Read only now that nobody else adds to it.
        let bytes = try CaseReading.bytes(path, named: name, limit: largest)
        let head = try? CaseReading.bytes(folder + "/" + headName, named: headName, limit: 1024)
        let chain = CustodyChain(bytes, head: head)
        var detail = String(decoding: detail.utf8.prefix(longestText), as: UTF8.self)
        if chain.isTorn {
            detail += " (an unfinished line of \(chain.torn) bytes was removed)"
        } else if let fault = chain.faults.first {
            throw .brokenLog(path: name, line: fault.line ?? chain.entries.count + 1)
        }
        let line = CustodyEntry.line(
            seq: UInt64(chain.entries.count + 1), time: time, person: shortened(person),
            host: shortened(host), action: action, detail: detail, manifest: nil, prev: chain.last)
        let start = UInt64(bytes.count - chain.torn)
        if start + UInt64(line.bytes.count) > UInt64(largest) { throw .tooLarge(limit: UInt64(largest)) }
        try put(line.bytes, file, at: start, named: name)
        try replaceHead(folder, line.hash)
        return line.hash
    }

    /// The first line of a log and its hash, bound to a manifest.
    static func beginning(
        manifest: [UInt8], _ context: CaseContext, detail: String
    ) -> (bytes: [UInt8], hash: String) {
        CustodyEntry.line(
            seq: 1, time: context.time, person: shortened(context.person), host: shortened(context.host),
            action: .exported, detail: detail, manifest: Digest.of(manifest.span).hexadecimal,
            prev: CustodyEntry.origin)
    }

    /// The bytes of the file with the last hash.
    static func head(_ hash: String) -> [UInt8] { Array(hash.utf8) + [UInt8(ascii: "\n")] }

    private static func shortened(_ text: String) -> String {
        String(decoding: text.utf8.prefix(longestText), as: UTF8.self)
    }

    /// Only the same 65 bytes are written over, so that it is the old hash or the new one after a crash.
    private static func replaceHead(_ folder: String, _ hash: String) throws(EvidenceError) {
        let path = folder + "/" + headName
        guard CaseReading.isRegular(path), let file = FileHandle(forUpdatingAtPath: path) else {
            throw .cannotWrite(path: headName, reason: LogFile.message(errno))
        }
        defer { try? file.close() }
        try put(head(hash), file, at: 0, named: headName)
    }

    private static func put(
        _ bytes: [UInt8], _ file: FileHandle, at offset: UInt64, named name: String
    ) throws(EvidenceError) {
        do {
            try file.seek(toOffset: offset)
            try file.write(contentsOf: Data(bytes))
            try file.truncate(atOffset: offset + UInt64(bytes.count))
            try file.synchronize()
        } catch {
            throw .cannotWrite(path: name, reason: CaseWriter.reason(error))
        }
    }
}
