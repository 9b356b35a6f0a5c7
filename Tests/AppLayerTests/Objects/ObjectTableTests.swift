import NetTypes
import TestSupport
import Testing

@testable import AppLayer

@Suite("Objects that grow") struct ObjectTableTests {
    private let description = ObjectDescription(
        application: .smb, kind: .smbFile, direction: .toClient, name: "a.bin")

    @Test("Bytes that are appended come out in order, with their digest", arguments: [1, 3, 1000])
    func appended(piece: Int) {
        let fed = Fed()
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        let id = fed.output.begin(description)
        var rest = bytes[...]
        while !rest.isEmpty {
            fed.output.append(Array(rest.prefix(piece)).span, to: id)
            rest = rest.dropFirst(piece)
        }
        let end = fed.output.end(id, nil)
        #expect(end?.bytes == bytes)
        let object = fed.output.takeFinished()[0]
        #expect(object.record.incomplete == nil && object.record.object.complete)
        #expect(object.record.size == 1000)
        let digest = Digest.of(bytes.span)
        #expect(object.record.sha256 == digest)
        #expect(object.record.object.sha256 == object.record.sha256)
        #expect(fed.output.statistics.open == 0)
    }

    @Test("Writes in any order, and over one another, give the file", arguments: 0..<20)
    func written(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = (0..<997).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        var ranges: [Range<Int>] = stride(from: 0, to: 997, by: 50).map { $0..<min(997, $0 + 50) }
        for _ in 0..<10 {
            let start = Int.random(in: 0..<900, using: &generator)
            ranges.append(start..<start + Int.random(in: 1...97, using: &generator))
        }
        ranges.shuffle(using: &generator)
        let fed = Fed()
        let id = fed.output.begin(description)
        for range in ranges {
            fed.output.write(Array(bytes[range]).span, at: UInt64(range.lowerBound), to: id)
        }
        fed.output.end(id, nil)
        let object = fed.output.takeFinished()[0]
        #expect(object.bytes == bytes)
        #expect(object.record.incomplete == nil)
        let digest = Digest.of(bytes.span)
        #expect(object.record.sha256 == digest)
    }

    @Test("A hole, a gap and a limit make an object incomplete, each with its reason")
    func incomplete() {
        var configuration = AppLayerConfiguration()
        configuration.largestObject = 100
        let fed = Fed(configuration)
        let output = fed.output
        let bytes = [UInt8](repeating: 7, count: 60)
        let hole = output.begin(description)
        output.write(bytes.span, at: 0, to: hole)
        output.write(Array(bytes.prefix(10)).span, at: 80, to: hole)
        output.end(hole, nil)
        let gap = output.begin(description)
        output.append(bytes.span, to: gap)
        output.skip(5, of: gap)
        output.end(gap, nil)
        let long = output.begin(description)
        output.append(bytes.span, to: long)
        output.append(bytes.span, to: long)
        output.end(long, nil)
        let far = output.begin(description)
        output.write(bytes.span, at: .max - 3, to: far)
        output.end(far, nil)
        let objects = output.takeFinished()
        #expect(objects.map(\.record.incomplete) == [.gap, .gap, .limit, .limit])
        #expect(objects[2].bytes.count == 100)
        #expect(objects[2].record.size == 120)
        let doubled = bytes + bytes
        let twice = Digest.of(doubled.span)
        #expect(objects[2].record.sha256 == twice)
        let head = objects[2].bytes
        let kept = Digest.of(head.span)
        #expect(objects[2].record.object.sha256 == kept)
        #expect(output.statistics.truncated == 20 + 60)
        #expect(output.takeOdd().contains(.objectLimit))
    }

    @Test("Over the budget the object that was opened first gives way, and the account stays right")
    func budget() {
        var configuration = AppLayerConfiguration()
        configuration.objectBudget = 1000
        configuration.mostObjects = 5
        let fed = Fed(configuration)
        let output = fed.output
        let bytes = [UInt8](repeating: 7, count: 300)
        let ids = (0..<4).map { _ in output.begin(description) }
        for id in ids { output.append(bytes.span, to: id) }
        #expect(output.takeFinished().map(\.record.number) == [1])
        #expect(output.kept == 900)
        output.append(bytes.span, to: ids[0])
        #expect(output.kept == 900)
        #expect(output.end(ids[0], nil) == nil)
        for _ in 0..<3 { _ = output.begin(description) }
        #expect(output.takeFinished().map(\.record.number) == [2])
        #expect(output.statistics.open == 5)
        #expect(output.statistics.peakBytes == 900)
    }
}
