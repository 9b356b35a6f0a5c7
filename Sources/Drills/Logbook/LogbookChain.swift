import NetTypes

/// A logbook that was read: its entries, and where they do not hang together.
public struct LogbookChain: Sendable {
    /// The entries, in order, up to the end of what could be read.
    public private(set) var entries: [LogbookEntry] = []
    /// What is wrong; empty for a logbook that is whole.
    public private(set) var faults: [LogbookFault] = []
    /// What is worth saying.
    public private(set) var notices: [LogbookNotice] = []
    /// Bytes after the last newline that are no line; empty when there are none.
    private(set) var tail: ArraySlice<UInt8> = []
    /// True when the last line is whole but for its newline.
    private(set) var endsWithoutNewline = false
    private var lines = 0
    /// Where lines begin that are none, until the next entry says whether they were never finished.
    private var unknown: (line: Int, start: Int)?
    /// By which entry each was replaced.
    private var corrections: [Int: Int] = [:]
    /// Numbers of entries that do not count, since not all of their file were written.
    private var void: Set<Int> = []

    /// The most faults that are kept; a logbook that was mixed up has one in every line.
    static let mostFaults = 100

    /// Reads the bytes of a logbook. `anchor` is the hash of a line that was kept elsewhere.
    init(_ bytes: [UInt8], anchor: String? = nil) {
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            take(bytes[start..<end], of: bytes)
            start = end + 1
        }
        let rest = bytes[start...]
        if !rest.isEmpty, unknown == nil, let entry = LogbookLine.entry(rest), follows(entry) {
            take(rest, of: bytes)
            endsWithoutNewline = true
        } else if !rest.isEmpty {
            // A crash may also have come while the line after an unfinished one was written.
            tail = bytes[(unknown?.start ?? start)...]
            notices.append(.unfinished(line: unknown?.line ?? lines + 1, bytes: tail.count))
        } else if let unknown {
            complain(.changed, unknown.line)
        }
        checkImports()
        if let anchor, !entries.contains(where: { $0.hash == anchor.lowercased() }) {
            complain(.unknownAnchor, 0)
        }
    }

    /// True when nothing in it was changed.
    public var isIntact: Bool { faults.isEmpty }

    /// The hash of the last line, worth keeping elsewhere: 64 zeros without lines.
    public var head: String { entries.last?.hash ?? LogbookLine.origin }

    /// The entries that count: not replaced by a later one, and not of a file of which only a part was written.
    public var current: [LogbookEntry] { entries.filter { counts($0.number) } }

    /// True when the entry of a number counts.
    public func counts(_ number: Int) -> Bool { corrections[number] == nil && !void.contains(number) }

    /// The entry that replaced the one of a number; nil when none has.
    public func correction(of number: Int) -> Int? { corrections[number] }

    /// True when the entry of a number came from a file of which only a part was written.
    public func isVoid(_ number: Int) -> Bool { void.contains(number) }

    /// True where an entry is the next one.
    private func follows(_ entry: LogbookEntry) -> Bool {
        entry.number == entries.count + 1 && entry.previous == head
    }

    private mutating func complain(_ kind: LogbookFault.Kind, _ line: Int) {
        if faults.count < Self.mostFaults { faults.append(LogbookFault(line: line, kind: kind)) }
    }

    private mutating func take(_ line: ArraySlice<UInt8>, of bytes: [UInt8]) {
        lines += 1
        guard let entry = LogbookLine.entry(line) else {
            if unknown == nil { unknown = (lines, line.startIndex) }
            return
        }
        if let before = unknown {
            let between = bytes[before.start..<line.startIndex - 1]
            if entry.torn == Self.torn(between) {
                notices.append(.unfinished(line: before.line, bytes: between.count))
            } else {
                complain(.changed, before.line)
            }
        }
        check(entry, afterFault: unknown != nil && entry.torn == nil)
        unknown = nil
        entries.append(entry)
    }

    /// Lines after one that was changed are compared with each other, so that one change is one fault.
    private mutating func check(_ entry: LogbookEntry, afterFault: Bool) {
        let due = entries.last.map { $0.number + 1 } ?? 1
        let skipped = afterFault && entry.number == due + 1
        if entry.number != due, !skipped { complain(.misplaced, lines) }
        if entry.number == due, entry.previous != head { complain(.unlinked, lines) }
        guard let corrected = entry.corrects else { return }
        if !(1..<max(entry.number, 1)).contains(corrected) || corrections[corrected] != nil {
            complain(.wrongCorrection, lines)
        } else {
            corrections[corrected] = entry.number
        }
    }

    /// What a line has to say that follows on bytes which are none.
    static func torn(_ bytes: ArraySlice<UInt8>) -> LogbookEntry.Torn {
        LogbookEntry.Torn(size: bytes.count, sha256: Digest.of(Array(bytes).span).hexadecimal)
    }

    /// Entries of a file count only when all of them are there, one after another.
    private mutating func checkImports() {
        var place = 0
        while place < entries.count {
            guard let origin = entries[place].origin else {
                place += 1
                continue
            }
            var end = place
            while end < entries.count, let next = entries[end].origin, next.row == end - place + 1,
                next.rows == origin.rows, next.sha256 == origin.sha256
            {
                end += 1
                if next.row == next.rows { break }
            }
            if end - place != origin.rows {
                let numbers = entries[place..<max(end, place + 1)].map(\.number)
                void.formUnion(numbers)
                notices.append(
                    .incompleteImport(number: entries[place].number, rows: numbers.count, of: origin.rows))
            }
            place = max(end, place + 1)
        }
    }
}
