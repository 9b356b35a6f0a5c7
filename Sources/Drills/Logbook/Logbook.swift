import Foundation
import Glibc
import NetTypes

/// The file of a live-fire exercise: what the attacking team did, one line an entry, each with the hash of the one
/// before.
///
/// Lines are only ever added. What the chain proves is that nothing before a line was changed once its hash is known
/// elsewhere; whoever may write to the file can make all of it anew, and can cut lines off its end, unless somebody has
/// kept a hash.
public enum Logbook {
    /// The most bytes of a logbook: 64 MiB, some hundred thousand entries.
    public static let largest = 64 << 20

    /// What is entered: an action, and the number of the entry that it replaces.
    public struct Draft: Equatable, Sendable {
        /// What was done.
        public var action: LogbookAction
        /// The number of the entry that it replaces; nil where it replaces none.
        public var corrects: Int?

        /// A draft from its parts.
        public init(_ action: LogbookAction, corrects: Int? = nil) {
            self.action = action
            self.corrects = corrects
        }
    }

    /// What was entered.
    public struct Added: Equatable, Sendable {
        /// The new entries.
        public var entries: [LogbookEntry]
        /// What there is to say of the logbook before them.
        public var notices: [LogbookNotice]
    }

    /// Reads a logbook. One that is broken is read as far as it can be, and says where.
    ///
    /// `anchor` is the hash of a line that was kept: without a line of that hash it is broken.
    public static func read(_ path: String, anchor: String? = nil) throws(LogbookError) -> LogbookChain {
        try checkKind(path)
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .unreadable(path: path, code: errno)
        }
        defer { try? file.close() }
        return LogbookChain(try bytes(file, path), anchor: anchor)
    }

    /// Adds entries and makes them lasting; the file is made when it is not there. Two programs that do so at once wait
    /// for each other.
    ///
    /// Throws `broken` for a logbook that was changed. A line that a crash has left unfinished stays where it is, and
    /// the next line names it. `file` is where the drafts come from: they then count only once all are written.
    public static func append(
        _ drafts: [Draft], to path: String, person: String, now: Timestamp,
        from file: (name: String, sha256: String)? = nil
    ) throws(LogbookError) -> Added {
        for draft in drafts {
            if let problem = draft.action.problem { throw .badAction(problem) }
        }
        guard person.utf8.count <= LogbookAction.longestText else {
            throw .badAction(.textTooLong(limit: LogbookAction.longestText))
        }
        make(path)
        try checkKind(path)
        guard let handle = FileHandle(forUpdatingAtPath: path) else {
            throw .cannotWrite(path: path, code: errno)
        }
        defer { try? handle.close() }
        try lock(handle, path)
        // Read only now that nobody else adds to it.
        let bytes = try bytes(handle, path)
        let chain = LogbookChain(bytes)
        if let fault = chain.faults.first { throw .broken(path: path, line: fault.line) }
        let entries = try entries(drafts, after: chain, person, now, file)
        let addition = try lines(entries, after: chain, path)
        guard bytes.count + addition.bytes.count <= largest else {
            throw .tooLarge(path: path, limit: largest)
        }
        try write(addition.bytes, to: handle, at: UInt64(bytes.count), path)
        return Added(entries: addition.entries, notices: chain.notices)
    }

    private static func entries(
        _ drafts: [Draft], after chain: LogbookChain, _ person: String, _ now: Timestamp,
        _ file: (name: String, sha256: String)?
    ) throws(LogbookError) -> [LogbookEntry] {
        if let file, let first = chain.current.first(where: { $0.origin?.sha256 == file.sha256 }) {
            throw .alreadyImported(number: first.number)
        }
        var corrected: [Int: Int] = [:]
        var entries: [LogbookEntry] = []
        for (place, draft) in drafts.enumerated() {
            let number = chain.entries.count + place + 1
            if let old = draft.corrects {
                guard (1...max(chain.entries.count, 1)).contains(old), !chain.entries.isEmpty else {
                    throw .noSuchEntry(old)
                }
                if let by = chain.correction(of: old) ?? corrected[old] {
                    throw .alreadyCorrected(old, by: by)
                }
                corrected[old] = number
            }
            let origin = file.map {
                LogbookEntry.Origin(name: $0.name, sha256: $0.sha256, row: place + 1, rows: drafts.count)
            }
            entries.append(
                LogbookEntry(
                    number: number, enteredAt: now, person: person, corrects: draft.corrects,
                    action: draft.action, origin: origin, previous: "", hash: ""))
        }
        return entries
    }

    private static func lines(
        _ entries: [LogbookEntry], after chain: LogbookChain, _ path: String
    ) throws(LogbookError) -> (bytes: [UInt8], entries: [LogbookEntry]) {
        var bytes: [UInt8] = []
        if !chain.tail.isEmpty || chain.endsWithoutNewline { bytes.append(UInt8(ascii: "\n")) }
        var written: [LogbookEntry] = []
        for var entry in entries {
            entry.previous = written.last?.hash ?? chain.head
            if written.isEmpty, !chain.tail.isEmpty { entry.torn = LogbookChain.torn(chain.tail) }
            do {
                let line = try LogbookLine.bytes(entry)
                entry.hash = line.hash
                bytes += line.bytes
            } catch {
                throw .cannotWrite(path: path, code: EINVAL)
            }
            written.append(entry)
        }
        return (bytes, written)
    }
}

/// The file itself.
extension Logbook {
    /// Makes an empty file that only its owner may read, unless there is something already.
    private static func make(_ path: String) {
        let mask = umask(0o077)
        defer { _ = umask(mask) }
        // Opening it says what is wrong, if anything is.
        try? Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    }

    /// Links are not followed: what is added to should be what was named.
    private static func checkKind(_ path: String) throws(LogbookError) {
        let kind: FileAttributeType?
        do {
            kind = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        } catch {
            throw .unreadable(path: path, code: code(of: error))
        }
        guard kind == .typeRegular else { throw .notAFile(path: path) }
    }

    private static func lock(_ handle: FileHandle, _ path: String) throws(LogbookError) {
        while flock(handle.fileDescriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw .cannotWrite(path: path, code: errno) }
        }
    }

    private static func bytes(_ handle: FileHandle, _ path: String) throws(LogbookError) -> [UInt8] {
        let data: Data
        do {
            data = try handle.read(upToCount: largest + 1) ?? Data()
        } catch {
            throw .unreadable(path: path, code: code(of: error))
        }
        guard data.count <= largest else { throw .tooLarge(path: path, limit: largest) }
        return Array(data)
    }

    /// What was not written to its end was never confirmed, and is taken back.
    private static func write(
        _ bytes: [UInt8], to handle: FileHandle, at end: UInt64, _ path: String
    ) throws(LogbookError) {
        do {
            try handle.seek(toOffset: end)
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
        } catch {
            try? handle.truncate(atOffset: end)
            throw .cannotWrite(path: path, code: code(of: error))
        }
    }

    /// The system's number for what Foundation threw.
    static func code(of error: any Error) -> Int32 {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
        return (cause ?? error as? POSIXError)?.code.rawValue ?? EIO
    }
}
