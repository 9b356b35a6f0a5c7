import Foundation
import NetTypes
import Testing

@testable import Incidents

/// The zip that analysts exchange: another program opens it with the password, and only with it.
@Suite struct InfectedZipTests {
    private static let script = """
        import sys, zipfile, hashlib
        archive = zipfile.ZipFile(sys.argv[1])
        for member in archive.infolist():
            content = archive.read(member, pwd=sys.argv[2].encode())
            print(member.filename, len(content), hashlib.sha256(content).hexdigest(), member.flag_bits & 1)
        """

    private func python(_ path: String, _ password: String) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.script, path, password]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test func `members are named by their digests, encrypted, and hold the right bytes`() throws {
        let scene = try CaseScene()
        let summary = try scene.export(CaseScene.evidence, CaseScene.context(.zip))
        #expect(try CaseScene.files(summary.path + "/objects") == ["objects.zip"])
        #expect(summary.manifest.objects == "zip")
        let path = summary.path + "/objects/objects.zip"
        let expected = CaseScene.objects.map { object in
            let sha256 = Digest.of(object.span).hexadecimal
            return "\(sha256) \(object.count) \(sha256) 1\n"
        }.joined()
        let outcome = try python(path, "infected")
        #expect(outcome.code == 0)
        #expect(outcome.output == expected)
        #expect(try python(path, "harmless").code != 0)
        let bytes = Data(try CaseScene.bytes(path))
        #expect(bytes.range(of: Data("harmful".utf8)) == nil)
        #expect(try CaseVerifier.verify(summary.path).isIntact)
    }

    @Test func `a zip that cannot be written is the system's reason`() throws {
        #expect(throws: EvidenceError.self) { try InfectedZip(path: "/dev/full/x") }
        let zip = try InfectedZip(path: "/dev/full")
        #expect(throws: EvidenceError.self) {
            try zip.add([UInt8](repeating: 7, count: 1 << 20), name: "a")
            try zip.close()
        }
    }
}
