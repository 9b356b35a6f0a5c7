import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("Archives among objects")
struct ParserOutputArchiveTests {
    /// An object that a parser has ended, as the caller takes it.
    func object(
        _ bytes: [UInt8], of output: ParserOutput, _ incomplete: FileRecord.Reason? = nil
    ) throws -> ExtractedObject {
        output.origin.frame = 7
        let id = output.begin(
            ObjectDescription(application: .http, kind: .httpBody, direction: .toClient, transaction: 3))
        output.append(bytes.span, to: id)
        output.origin.frame = 9
        output.append([UInt8]().span, to: id)
        output.end(id, incomplete)
        return try #require(output.takeFinished().last)
    }

    static func gzip(_ layers: Int) -> [UInt8] {
        (0..<layers).reduce(ArchiveSamples.one) { bytes, _ in Compressed.gzip(bytes) }
    }

    @Test("members have the place of their archive")
    func members() throws {
        let output = ParserOutput(AppLayerConfiguration())
        let archive = try object(ArchiveOpenerTests.zip, of: output)
        output.origin.frame = 100
        output.origin.direction = .toServer
        let found = output.open(archive)
        #expect(found.map { $0.record.object.name } == ["one.txt", "dir/hồ sơ.txt"])
        #expect(found.map { $0.bytes } == [ArchiveSamples.one, ArchiveSamples.two])
        for member in found {
            #expect(member.record.object.kind == .archiveMember)
            #expect(member.record.parent == archive.record.number)
            #expect(member.record.application == .http)
            #expect(member.record.direction == .toClient)
            #expect(member.record.transaction == 3)
            #expect(member.record.firstFrame == 7)
            #expect(member.record.lastFrame == 9)
            #expect(member.depth == 1)
        }
        #expect(output.origin.frame == 100)
        #expect(output.origin.direction == .toServer)
        #expect(output.takeOdd() == AnomalySet())
        #expect(output.statistics.open == 0)
    }

    @Test("archives in archives are opened down to the depth that is allowed")
    func depth() throws {
        let output = ParserOutput(AppLayerConfiguration())
        let found = output.open(try object(Self.gzip(5), of: output))
        #expect(found.map { $0.depth } == [1, 2, 3, 4, 5])
        #expect(found.last?.bytes == ArchiveSamples.one)
        #expect(output.takeOdd() == AnomalySet())
        let deeper = output.open(try object(Self.gzip(6), of: output))
        #expect(deeper.map { $0.depth } == [1, 2, 3, 4, 5])
        #expect(deeper.last?.bytes == Self.gzip(1))
        #expect(output.takeOdd().contains(.archiveLimit))
    }

    @Test("archives side by side share one allowance of members")
    func width() throws {
        var configuration = AppLayerConfiguration()
        configuration.mostMembers = 20
        let output = ParserOutput(configuration)
        var inner = ZipBytes()
        for index in 0..<20 { inner.add("\(index)", ArchiveSamples.one) }
        var outer = ZipBytes()
        for index in 0..<20 { outer.add("\(index).zip", inner.bytes) }
        let found = output.open(try object(outer.bytes, of: output))
        #expect(found.count == 200)
        #expect(output.takeOdd().contains(.archiveLimit))
    }

    @Test("archives side by side share one allowance of bytes")
    func bytes() throws {
        var configuration = AppLayerConfiguration()
        configuration.objectBudget = 3 << 20
        let output = ParserOutput(configuration)
        var outer = ZipBytes()
        for index in 0..<4 { outer.add("\(index).gz", Compressed.bomb(runs: 4064)) }
        let found = output.open(try object(outer.bytes, of: output))
        #expect(found.reduce(0) { $0 + $1.bytes.count } <= 3 << 20)
        #expect(found.count > 5)
        #expect(output.takeOdd().contains(.archiveLimit))
    }

    @Test("damage is noted, but not of an object that lacks bytes itself")
    func damage() throws {
        let output = ParserOutput(AppLayerConfiguration())
        let half = Array(Self.gzip(1).dropLast(12))
        _ = output.open(try object(half, of: output))
        #expect(output.takeOdd().contains(.archiveMalformed))
        _ = output.open(try object(half, of: output, .cut))
        #expect(!output.takeOdd().contains(.archiveMalformed))
    }

    @Test("what had ended before comes along, and is opened as well")
    func waiting() throws {
        let output = ParserOutput(AppLayerConfiguration())
        let plain = try object(ArchiveSamples.one, of: output)
        let id = output.begin(ObjectDescription(application: .ftp, kind: .ftpFile, direction: .toServer))
        output.append(Self.gzip(1).span, to: id)
        output.end(id, nil)
        let found = output.open(plain)
        #expect(found.map { $0.record.object.kind } == [.ftpFile, .archiveMember])
        #expect(found.map { $0.depth } == [0, 1])
        #expect(output.open(plain).isEmpty)
    }
}
