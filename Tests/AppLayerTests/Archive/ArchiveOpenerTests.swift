import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("Members of archives")
struct ArchiveOpenerTests {
    struct Member: Equatable {
        var path: String
        var content: [UInt8]
        var incomplete: FileRecord.Reason?
    }

    static let one = ArchiveSamples.one
    static let two = ArchiveSamples.two

    func open(
        _ bytes: [UInt8], _ configuration: AppLayerConfiguration = AppLayerConfiguration()
    ) -> (members: [Member], outcome: ArchiveOpener.Outcome) {
        var members: [Member] = []
        let outcome = ArchiveOpener().members(of: bytes, configuration) { path, content, incomplete in
            members.append(Member(path: path, content: [UInt8](copying: content), incomplete: incomplete))
        }
        return (members, outcome)
    }

    func looks(_ bytes: [UInt8]) -> Bool { ArchiveOpener.looksLikeArchive(bytes.span) }

    static var zip: [UInt8] {
        var zip = ZipBytes()
        zip.add("one.txt", one)
        zip.add("dir/hồ sơ.txt", two, deflates: false)
        return zip.bytes
    }

    @Test("zip, deflated and stored, with names in UTF-8")
    func zip() {
        let (members, outcome) = open(Self.zip)
        #expect(
            members == [
                Member(path: "one.txt", content: Self.one), Member(path: "dir/hồ sơ.txt", content: Self.two),
            ])
        #expect(outcome == .whole)
    }

    @Test("zip whose sizes follow in data descriptors, with and without its directory")
    func streamingZip() {
        var zip = ZipBytes()
        zip.add("one.txt", Self.one, streams: true)
        zip.add("two.txt", Self.two, streams: true)
        let expected = [
            Member(path: "one.txt", content: Self.one), Member(path: "two.txt", content: Self.two),
        ]
        #expect(open(zip.bytes).members == expected)
        #expect(open(zip.bytes).outcome == .whole)
        #expect(open(zip.locals).members == expected)
    }

    @Test("zip behind a prefix")
    func prefixedZip() {
        var zip = ZipBytes(prefix: Array("MZ a program that unpacks itself".utf8))
        zip.add("one.txt", Self.one)
        #expect(looks(zip.bytes))
        #expect(open(zip.bytes).members == [Member(path: "one.txt", content: Self.one)])
    }

    @Test("zip whose directory points nowhere is read by its local headers")
    func lyingDirectory() {
        var zip = ZipBytes()
        zip.add("one.txt", Self.one)
        var bytes = zip.bytes
        // The signature of the first record of the directory.
        bytes[zip.locals.count] = 0
        let (members, outcome) = open(bytes)
        #expect(members == [Member(path: "one.txt", content: Self.one)])
        #expect(outcome == .damaged)
    }

    @Test("an encrypted member is named and passed over")
    func encrypted() {
        var zip = ZipBytes()
        zip.add("secret.txt", Self.one, isEncrypted: true)
        zip.add("two.txt", Self.two)
        let (members, outcome) = open(zip.bytes)
        #expect(
            members == [
                Member(path: "secret.txt", content: [], incomplete: .damaged),
                Member(path: "two.txt", content: Self.two),
            ])
        #expect(outcome == .damaged)
    }

    @Test("one file by gzip has the name in its header, or none")
    func gzip() {
        let named = open(Compressed.gzip(Self.one, name: "one.txt"))
        #expect(named.members == [Member(path: "one.txt", content: Self.one)])
        #expect(named.outcome == .whole)
        #expect(open(Compressed.gzip(Self.one)).members == [Member(path: "", content: Self.one)])
    }

    @Test(
        "one file by other compressions",
        arguments: [
            ArchiveSamples.bzip2, ArchiveSamples.xz, ArchiveSamples.zstd, ArchiveSamples.compress,
        ])
    func compressed(_ bytes: [UInt8]) {
        let (members, outcome) = open(bytes)
        #expect(members == [Member(path: "", content: Self.one)])
        #expect(outcome == .whole)
    }

    @Test("one layer of compression is taken off at a time")
    func layers() {
        let inner = Compressed.gzip(Compressed.gzip(Self.one))
        #expect(open(Compressed.gzip(inner)).members == [Member(path: "", content: inner)])
    }

    @Test("what only begins like compress, at any length, and a chain of compress do no harm")
    func brokenCompress() {
        let sample = ArchiveSamples.compress
        for length in 0..<sample.count { _ = open(Array(sample.prefix(length))) }
        #expect(open([0x1f, 0x9d, 0x90]).outcome == .damaged)
        #expect(open(ArchiveSamples.compress(sample)).members.isEmpty)
    }

    @Test("tar, plain and compressed")
    func tar() {
        let tar = ArchiveSamples.tar("one.txt", Self.one)
        #expect(open(tar).members == [Member(path: "one.txt", content: Self.one)])
        #expect(open(tar).outcome == .whole)
        #expect(
            open(Compressed.gzip(tar, name: "x.tar")).members == [Member(path: "one.txt", content: Self.one)])
    }

    @Test(
        "7z, cab and rar", arguments: [ArchiveSamples.sevenZip, ArchiveSamples.cabinet, ArchiveSamples.rar5])
    func containers(_ bytes: [UInt8]) {
        let (members, outcome) = open(bytes)
        #expect(
            members == [
                Member(path: "one.txt", content: Self.one), Member(path: "dir/two.txt", content: Self.two),
            ])
        #expect(outcome == .whole)
    }

    @Test("what does not look like an archive is none")
    func others() {
        for text in ["", "P", "PK", "hello", "MZ\u{90}", "%PDF-1.7", "BZh but no more", "Rar!", "PK\u{3}"] {
            #expect(!looks(Array(text.utf8)), "\(text)")
        }
        var generator = SeededGenerator(seed: 7)
        var fired = 0
        for length in 0..<500 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if looks(bytes) { fired += 1 }
        }
        #expect(fired == 0)
    }

    @Test("a damaged archive gives the members before the damage")
    func cut() {
        let whole = Self.zip
        let (members, outcome) = open(Array(whole.prefix(30 + 7 + 25 + 60)))
        #expect(members.first == Member(path: "one.txt", content: Self.one))
        #expect(outcome == .damaged)
        let long = Array(repeatElement(Self.one, count: 10_000).joined())
        let gzip = open(Array(Compressed.gzip(long).dropLast(20_000)))
        #expect(gzip.members.count == 1)
        #expect(gzip.members.first?.incomplete == .damaged)
        #expect((gzip.members.first?.content.count ?? 0) > 100_000)
        #expect(gzip.outcome == .damaged)
    }

    @Test("of a small gzip member that is cut what inflates is kept")
    func shortGzip() {
        let cut = open(Array(Compressed.gzip(Self.one).dropLast(18)))
        #expect(cut.members.map { $0.content } == [Array(Self.one.prefix(13))])
        #expect(cut.members.first?.incomplete == .damaged)
        #expect(cut.outcome == .damaged)
        let trailer = open(Array(Compressed.gzip(Self.one).dropLast(8)))
        #expect(trailer.members.map { $0.content } == [Self.one])
    }

    @Test("folders and links are no members")
    func folders() {
        var link = ArchiveSamples.tar("link", [])
        link[156] = 0x32
        let sum = link[..<512].enumerated().reduce(0) {
            $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element))
        }
        let digits = String(sum, radix: 8)
        link.replaceSubrange(148..<154, with: (String(repeating: "0", count: 6 - digits.count) + digits).utf8)
        let both = link[..<512] + ArchiveSamples.tar("one.txt", Self.one)
        #expect(open(Array(both)).members == [Member(path: "one.txt", content: Self.one)])
        #expect(open(Array(both)).outcome == .whole)
    }

    @Test("a member whose checksum is wrong is damaged, and the next one is not")
    func checksum() {
        var zip = Self.zip
        zip[30 + 7 + 3] ^= 0x10
        let (members, outcome) = open(zip)
        #expect(members.map { $0.incomplete } == [.damaged, nil])
        #expect(outcome == .damaged)
    }

    @Test("no more members than the limit")
    func mostMembers() {
        var configuration = AppLayerConfiguration()
        configuration.mostMembers = 1
        let (members, outcome) = open(Self.zip, configuration)
        #expect(members == [Member(path: "one.txt", content: Self.one)])
        #expect(outcome == .limit)
    }

    @Test("of a member no more than the largest object is kept, and the next one follows")
    func largestObject() {
        var configuration = AppLayerConfiguration()
        configuration.largestObject = 8
        let (members, outcome) = open(Self.zip, configuration)
        #expect(members.map { $0.content } == [Array(Self.one.prefix(8)), Array(Self.two.prefix(8))])
        #expect(members.map { $0.incomplete } == [.limit, .limit])
        #expect(outcome == .limit)
        configuration.largestObject = Self.one.count
        #expect(open(Self.zip, configuration).outcome == .whole)
    }

    @Test("a bomb ends at the growth that is allowed, and never below a mebibyte")
    func bomb() {
        var configuration = AppLayerConfiguration()
        configuration.expansion = 100
        let small = Compressed.bomb(runs: 4000)
        #expect(open(small, configuration).outcome == .whole)
        let bytes = Compressed.bomb(runs: 7000)
        let (members, outcome) = open(bytes, configuration)
        #expect(outcome == .limit)
        #expect(members.map { $0.content.count } == [100 * bytes.count])
        #expect(members.first?.incomplete == .limit)
        configuration.objectBudget = 5000
        #expect(open(small, configuration).members.map { $0.content.count } == [5000])
    }

    @Test("bytes that were changed at random never trap, and what comes out stays below the limit")
    func mutations() {
        let samples = [
            Self.zip, ArchiveSamples.sevenZip, ArchiveSamples.cabinet, ArchiveSamples.rar5, ArchiveSamples.xz,
            ArchiveSamples.zstd, ArchiveSamples.bzip2, Compressed.gzip(Self.one, name: "n"),
            ArchiveSamples.tar("one.txt", Self.one), ArchiveSamples.compress,
        ]
        var configuration = AppLayerConfiguration()
        configuration.objectBudget = 1 << 20
        var generator = SeededGenerator(seed: 99)
        for sample in samples {
            for _ in 0..<100 {
                var bytes = sample
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let index = Int.random(in: bytes.indices, using: &generator)
                    bytes[index] = UInt8.random(in: 0...255, using: &generator)
                }
                let (members, _) = open(bytes, configuration)
                #expect(members.reduce(0) { $0 + $1.content.count } <= 1 << 20)
            }
        }
    }
}
