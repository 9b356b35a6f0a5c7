import Incidents
import NetTypes

extension DigestSheet {
    /// How many files became what.
    var files: DigestSection {
        let (scanned, hunted) = (digest.scanned, digest.hunted)
        var facts = [
            DigestBlock.Fact(.done, Cell(scanned.done)), .init(.partial, Self.bad(scanned.partial)),
            .init(.failed, Self.bad(scanned.failed, .alarm)), .init(.known, Cell(scanned.known)),
            .init(.left, Self.bad(scanned.left), scanned.left > 0 ? "\(DigestText.leftDetail)" : ""),
        ]
        let hunts = hunted.done + hunted.partial + hunted.failed
        if hunts > 0 {
            let detail = DigestText.huntedDetail(
                partial: hunted.partial, failed: hunted.failed, detections: hunted.counts.detections)
            facts.append(.init(.hunted, Cell(hunts), "\(detail)"))
        }
        return DigestSection(.files, [.facts(facts)])
    }

    /// Which files were not scanned whole, and why.
    var faults: DigestSection {
        let headings: [DigestHeading] = [.verdict, .file, .reason]
        let rows = digest.faults.shown.map { entry in
            let tone: Palette.Tone = entry.verdict.word == "failed" ? .alarm : .caution
            return [
                Cell("\(DigestText.verdict(entry.verdict, isHunt: entry.kind == .hunt))", tone: tone),
                Cell(Self.name(entry.path.text), tone: .strong),
                Cell("\(DigestText.reason(entry.verdict))"),
            ]
        }
        let table = DigestTable(
            headings.map(\.description), rows, more: digest.faults.more, wide: 1)
        return DigestSection(.notWhole, [.table(table)])
    }

    /// Files that folders seem to lack.
    var holes: DigestSection {
        let headings: [DigestHeading] = [.after, .missing]
        let rows = digest.holes.shown.map { [Cell(Self.name($0.name)), Self.bad($0.value)] }
        let table = DigestTable(headings.map(\.description), rows, more: digest.holes.more)
        return DigestSection(
            .holes, [.line(Cell("\(DigestText.missing(digest.holes.sum))", tone: .caution)), .table(table)])
    }

    /// How much of what came was scanned.
    var coverage: DigestSection {
        let counts = digest.scanned.counts
        var facts = [
            DigestBlock.Fact(.frames, Cell(counts.frames)), .init(.flows, Cell(counts.flows)),
            .init(.captured, Self.bytes(counts.bytes)),
            .init(.snapped, Self.bad(counts.bytesSnapped)), .init(.lost, Self.bad(counts.framesLost)),
            .init(.undecoded, Self.bad(counts.undecoded)),
            .init(
                .scanned, Self.share(counts.scanned, of: counts.offered),
                "\(DigestText.part(counts.scanned, of: counts.offered))"),
        ]
        func add(_ label: DigestLabel, _ bytes: UInt64) {
            if bytes > 0 { facts.append(.init(label, Cell(number: Number.bytes(bytes), tone: .caution))) }
        }
        add(.timedOut, counts.timedOut)
        add(.scanFailed, counts.failed)
        facts.append(.init(.ciphertext, Self.bytes(counts.ciphertext)))
        facts.append(
            .init(
                .objects, Self.share(counts.objectsScanned, of: counts.objects),
                "\(Number.grouped(counts.objectsScanned)) / \(Number.grouped(counts.objects))"))
        facts += [
            .init(.objectsTimedOut, Self.bad(counts.objectsTimedOut)),
            .init(.objectsFailed, Self.bad(counts.objectsFailed)),
            .init(.objectsSkipped, Cell(counts.objectsSkipped)),
            .init(.objectBytes, Self.bytes(counts.objectBytes)),
            .init(
                .truncated,
                counts.truncated > 0 ? Cell(number: Number.bytes(counts.truncated), tone: .caution) : "0 B"),
        ]
        return DigestSection(.coverage, [.facts(facts)])
    }

    /// A number that should be nothing.
    static func bad(_ number: UInt64, _ tone: Palette.Tone = .caution) -> Cell {
        Cell(number: Number.grouped(number), tone: number > 0 ? tone : nil)
    }

    /// Bytes in a unit that leaves few digits.
    static func bytes(_ number: UInt64) -> Cell { Cell(number: Number.bytes(number)) }

    /// A share in percent, with one decimal; a dash where there is nothing to share. What is nearly all is not said to be all.
    private static func share(_ part: UInt64, of whole: UInt64) -> Cell {
        if whole == 0 { return Cell(number: "–") }
        if part >= whole { return Cell(number: "100 %") }
        let (high, low) = part.multipliedFullWidth(by: 1000)
        let tenths = whole.dividingFullWidth((high, low)).quotient
        let mark = Language.current == .vietnamese ? "," : "."
        return Cell(number: "\(tenths / 10)\(mark)\(tenths % 10) %", tone: .caution)
    }
}
