import Foundation
import NetTypes
import Testing

@testable import Incidents

/// Adding to the custody log: in order, whole, and only to a log that hangs together.
@Suite struct CustodyLogTests {
    private func append(_ path: String, _ person: String) throws -> String {
        try CustodyLog.append(
            to: path, .viewed, detail: "d", person: person, host: "h", time: Samples.time)
    }

    @Test func `each line names the one before, and the first the manifest`() throws {
        let scene = try CaseScene()
        let summary = try scene.export()
        let last = try append(summary.path, "bình\n\u{1b}[2J\"")
        let verdict = try CaseVerifier.verify(summary.path)
        #expect(verdict.isIntact)
        #expect(verdict.custody.map(\.seq) == [1, 2])
        #expect(verdict.custody.map(\.person) == ["an", "bình\n\u{1b}[2J\""])
        #expect(verdict.custody.map(\.action) == ["exported", "viewed"])
        #expect(verdict.custody[1].prev == summary.head)
        #expect(verdict.head == last)
        let manifest = try CaseScene.bytes(summary.path + "/manifest.json")
        let digest = Digest.of(manifest.span).hexadecimal
        #expect(verdict.custody[0].manifest == digest)
    }

    @Test func `many writers at once make one chain`() async throws {
        let scene = try CaseScene()
        let path = try scene.export().path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask { [self] in
                    for place in 0..<10 { _ = try append(path, "\(writer)-\(place)") }
                }
            }
            try await group.waitForAll()
        }
        let verdict = try CaseVerifier.verify(path)
        #expect(verdict.faults == [])
        #expect(verdict.custody.count == 41)
        #expect(Set(verdict.custody.map(\.person)).count == 41)
    }

    @Test func `nothing is added to a log that was changed`() throws {
        let scene = try CaseScene()
        let path = try scene.export().path
        _ = try append(path, "an")
        var bytes = try CaseScene.bytes(path + "/custody.log")
        bytes[30] ^= 1
        try CaseScene.write(bytes, path + "/custody.log")
        #expect(throws: EvidenceError.brokenLog(path: "custody.log", line: 1)) { try append(path, "an") }
        #expect(try CaseScene.bytes(path + "/custody.log") == bytes)
        try FileManager.default.removeItem(atPath: path + "/custody.log")
        #expect(throws: EvidenceError.self) { try append(path, "an") }
    }

    @Test func `a line that was begun and not finished is removed, and that is said`() throws {
        let scene = try CaseScene()
        let path = try scene.export().path
        _ = try append(path, "an")
        let whole = try CaseScene.bytes(path + "/custody.log")
        try CaseScene.write(whole + Array("{\"seq\":3,\"ti".utf8), path + "/custody.log")
        #expect(try CaseVerifier.verify(path).faults.map(\.kind) == [.unfinishedLine])
        _ = try append(path, "bình")
        let verdict = try CaseVerifier.verify(path)
        #expect(verdict.isIntact)
        #expect(verdict.custody.last?.detail == "d (an unfinished line of 12 bytes was removed)")
    }

    @Test func `a line whose hash was not written beside the log any more counts`() throws {
        let scene = try CaseScene()
        let path = try scene.export().path
        let head = try CaseScene.bytes(path + "/custody.head")
        _ = try append(path, "an")
        try CaseScene.write(head, path + "/custody.head")
        #expect(try CaseVerifier.verify(path).isIntact)
        _ = try append(path, "an")
        #expect(try CaseVerifier.verify(path).custody.count == 3)
        // But two lines are not the work of one power failure.
        try CaseScene.write(head, path + "/custody.head")
        #expect(try CaseVerifier.verify(path).faults.map(\.kind) == [.otherEnd])
    }

    @Test func `a name of a megabyte is cut`() throws {
        let scene = try CaseScene()
        let path = try scene.export().path
        _ = try append(path, String(repeating: "ă", count: 1 << 20))
        let verdict = try CaseVerifier.verify(path)
        #expect(verdict.isIntact)
        #expect((verdict.custody.last?.person.utf8.count ?? 0) <= CustodyLog.longestText + 3)
    }
}
