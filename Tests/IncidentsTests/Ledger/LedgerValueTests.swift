import NetTypes
import Testing

@testable import Incidents

@Suite("Values of the ledger")
struct LedgerValueTests {
    static let verdicts: [(LedgerVerdict, settled: Bool)] = [
        (.done, true), (.partial(.damaged, reason: "frame 3"), true), (.partial(.limited, reason: "x"), true),
        (.partial(.interrupted, reason: ""), false), (.failed(reason: "gone"), false),
    ]

    @Test("A verdict says whether another look would show more, and is read back from its words")
    func verdict() {
        for (verdict, settled) in Self.verdicts {
            #expect(verdict.isSettled == settled)
            let read = LedgerVerdict(
                word: verdict.word, cause: verdict.cause?.rawValue, reason: verdict.reason)
            #expect(read == verdict)
        }
        #expect(LedgerVerdict(word: "partial", cause: nil, reason: "") == nil)
        #expect(LedgerVerdict(word: "partial", cause: "other", reason: "") == nil)
        #expect(LedgerVerdict(word: "done", cause: "damaged", reason: "") == nil)
        #expect(LedgerVerdict(word: "clean", cause: nil, reason: "") == nil)
    }

    @Test("A name is its bytes, and one line for people")
    func path() {
        let odd = LedgerPath(bytes: Array("a\nb".utf8) + [0xff])
        #expect(odd.bytes == Array("a\nb".utf8) + [0xff])
        #expect(odd != LedgerPath(odd.description))
        #expect(odd.description == "a\u{fffd}b\u{fffd}")
        #expect(LedgerPath("ä") < LedgerPath("ö") && !(LedgerPath("b") < LedgerPath("a")))
    }

    @Test("Of a name that is too long enough is kept to tell it from others")
    func longPath() {
        let whole = [UInt8](repeating: 0x61, count: LedgerPath.longest)
        #expect(LedgerPath(bytes: whole).bytes == whole)
        let (one, other) = (LedgerPath(bytes: whole + [0x62]), LedgerPath(bytes: whole + [0x63]))
        #expect(one != other)
        #expect(one.bytes.count == LedgerPath.longest && other.bytes.count == LedgerPath.longest)
    }

    @Test("Names that are kept together come apart again, the empty one too")
    func joined() {
        for paths in [[], [""], ["a"], ["", "b", ""], ["a\nb", "c d"]] {
            let paths = paths.map { LedgerPath($0) } + [LedgerPath(bytes: [0xc3, 0x28])]
            #expect(LedgerPath.split(LedgerPath.joined(paths)) == paths)
        }
        #expect(LedgerPath.split(LedgerPath.joined([])) == [])
    }

    @Test("Every counter has its column, and all are added")
    func counters() {
        let columns = LedgerCounts.columns
        #expect(columns.count == Mirror(reflecting: LedgerCounts()).children.count)
        #expect(Set(columns.map(\.name)).count == columns.count)
        var counts = LedgerCounts()
        for (place, column) in columns.enumerated() { counts[keyPath: column.counter] = UInt64(place + 1) }
        #expect(columns.map { counts[keyPath: $0.counter] } == columns.indices.map { UInt64($0 + 1) })
        var twice = counts
        twice.add(counts)
        #expect(columns.map { twice[keyPath: $0.counter] } == columns.indices.map { UInt64(2 * $0 + 2) })
    }

    @Test("The counts of an inspector become those of a file, none lost and none mixed up")
    func statistics() {
        var statistics = SensorStatistics()
        (statistics.capture.frames, statistics.capture.bytes, statistics.capture.bytesSnapped) = (1, 2, 3)
        (statistics.decoder.undecoded, statistics.flow.created) = (5, 6)
        (statistics.application.objects, statistics.application.scanned) = (7, 8)
        (statistics.application.timedOut, statistics.application.failed) = (9, 10)
        (statistics.application.skipped, statistics.application.bytes) = (11, 12)
        (statistics.application.truncated, statistics.application.shed) = (6, 7)
        (statistics.scan.offered, statistics.scan.scanned) = (14, 15)
        (statistics.scan.timedOut, statistics.scan.failed) = (16, 17)
        statistics.application.encrypted = 18
        (statistics.scan.detections, statistics.indicators.detections) = (9, 10)
        let counts = LedgerCounts(statistics, framesLost: 4)
        #expect(LedgerCounts.columns.map { counts[keyPath: $0.counter] } == (1...19).map { UInt64($0) })
    }
}
