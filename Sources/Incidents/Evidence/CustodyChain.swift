import NetTypes

/// A custody log that was read: its lines, and where they do not hang together.
struct CustodyChain {
    /// The lines up to the first that is none.
    private(set) var entries: [CustodyEntry] = []
    /// What is wrong; empty for a log that is whole.
    private(set) var faults: [EvidenceFault] = []
    /// Bytes after the last newline; 0 when the log ends with one.
    private(set) var torn = 0

    /// The hash of the last line, which the next one has to name.
    var last: String { entries.last?.hash ?? CustodyEntry.origin }

    /// True when all that is wrong is a line at the end that was never finished, and that nothing knows of.
    var isTorn: Bool { torn > 0 && faults.count == 1 && faults[0].kind == .unfinishedLine }

    /// Reads a log, and compares its end with the hash that lies beside it (nil when that is not there).
    init(_ bytes: [UInt8], head: [UInt8]?) {
        var start = 0
        var number = 0
        var isBroken = false
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            number += 1
            isBroken = !take(bytes[start..<end], number) || isBroken
            start = end + 1
        }
        torn = bytes.count - start
        if torn > 0 {
            faults.append(EvidenceFault(path: CustodyLog.name, line: number + 1, kind: .unfinishedLine))
        }
        if number == 0, torn == 0 {
            faults.append(EvidenceFault(path: CustodyLog.name, line: 1, kind: .missingLine))
        }
        check(head, isBroken: isBroken)
    }

    /// Takes the next line in; false when it is not one, or does not follow on the one before.
    private mutating func take(_ line: ArraySlice<UInt8>, _ number: Int) -> Bool {
        func complain(_ kind: EvidenceFault.Kind) -> Bool {
            faults.append(EvidenceFault(path: CustodyLog.name, line: number, kind: kind))
            return false
        }
        guard let entry = CustodyEntry(line) else { return complain(.changedLine) }
        // Lines after one that was changed are compared with each other, so that one change is one fault.
        let follows = faults.isEmpty || entries.last.map { Int($0.seq) == number - 1 } == true
        let previous = entries.last
        entries.append(entry)
        if entry.seq != UInt64(number) { return complain(.misplacedLine) }
        if follows, entry.prev != (previous?.hash ?? CustodyEntry.origin) { return complain(.unlinkedLine) }
        if (entry.manifest != nil) != (number == 1) { return complain(.changedLine) }
        return true
    }

    /// The hash beside the log is that of its last line, or, since a program may have died between the two writings, of
    /// the one before.
    private mutating func check(_ head: [UInt8]?, isBroken: Bool) {
        guard let head else { return }
        let known = entries.suffix(2).map { CustodyLog.head($0.hash) }
        if known.contains(head) { return }
        let isHash = head.count == 65 && head.last == UInt8(ascii: "\n")
        // In a log that is broken already nothing can be said of its end.
        if isBroken, isHash { return }
        if isHash {
            faults.append(EvidenceFault(path: CustodyLog.headName, line: nil, kind: .otherEnd))
        } else {
            faults.append(EvidenceFault(path: CustodyLog.headName, line: nil, kind: .changed))
        }
    }
}
