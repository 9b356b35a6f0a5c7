import Foundation
import NetTypes
import Testing

@testable import Incidents

/// Every change of a case folder is seen, and its place named.
@Suite struct CaseVerifierTests {
    private func faults(_ path: String) throws -> [String] {
        try CaseVerifier.verify(path).faults.map { fault in
            fault.path + (fault.line.map { ":\($0)" } ?? "") + " " + fault.kind.rawValue
        }
    }

    /// A case with three more lines in its log.
    private func viewed(_ scene: CaseScene) throws -> String {
        let path = try scene.export().path
        for person in ["an", "bình", "chi"] {
            try CustodyLog.append(
                to: path, .viewed, detail: "", person: person, host: "may-1", time: Samples.time)
        }
        #expect(try faults(path) == [])
        return path
    }

    @Test func `any byte of any file that is changed is found, and the file named`() throws {
        let scene = try CaseScene()
        let path = try viewed(scene)
        var tried = 0
        for name in try CaseScene.files(path) {
            let bytes = try CaseScene.bytes(path + "/" + name)
            let step = bytes.count <= 2048 ? 1 : bytes.count / 200
            let file = try #require(FileHandle(forUpdatingAtPath: path + "/" + name))
            for place in stride(from: 0, to: bytes.count, by: step) {
                try Self.put(bytes[place] ^ UInt8(1 << (place % 8)), file, place)
                let named = try CaseVerifier.verify(path).faults.map(\.path)
                // The end of the log lies beside it, and either may be the one that was changed.
                let group = name.hasPrefix("custody.") ? ["custody.log", "custody.head"] : [name]
                if !named.contains(where: group.contains) {
                    Issue.record("\(name) at \(place) gave \(named)")
                }
                try Self.put(bytes[place], file, place)
                tried += 1
            }
            try file.close()
        }
        #expect(tried > 3000)
        #expect(try faults(path) == [])
    }

    private static func put(_ byte: UInt8, _ file: FileHandle, _ place: Int) throws {
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: Data([byte]))
    }

    @Test func `a line of the log that was changed is named by its number`() throws {
        let scene = try CaseScene()
        let path = try viewed(scene)
        let log = path + "/custody.log"
        let whole = try CaseScene.bytes(log)
        let lines = whole.split(separator: 10).map { Array($0) + [10] }
        func with(_ lines: [[UInt8]]) throws -> [String] {
            try CaseScene.write(lines.flatMap { $0 }, log)
            return try faults(path)
        }
        for place in lines.indices {
            var changed = lines
            changed[place][20] ^= 1
            let found = try with(changed)
            #expect(found.contains("custody.log:\(place + 1) changed_line"), "\(found)")
        }
        #expect(
            try with([lines[0], lines[2], lines[3]])
                == ["custody.log:2 misplaced_line", "custody.log:3 misplaced_line"])
        #expect(
            try with([lines[0], lines[2], lines[1], lines[3]]).prefix(2)
                == ["custody.log:2 misplaced_line", "custody.log:3 misplaced_line"])
        #expect(try with(Array(lines.dropLast())) == ["custody.head other_end"])
        #expect(try with(Array(lines.dropLast(2))) == ["custody.head other_end"])
        #expect(try with(Array(lines.dropFirst())).first == "custody.log:1 misplaced_line")
        #expect(try with([]).contains("custody.log:1 missing_line"))
        #expect(
            try with(Array(lines.dropLast()) + [Array(lines[3].dropLast(9))])
                == ["custody.head other_end", "custody.log:4 unfinished_line"])
        #expect(try with(lines) == [])
    }

    @Test func `a line that was written anew with a right hash breaks the next one`() throws {
        let scene = try CaseScene()
        let path = try viewed(scene)
        let log = path + "/custody.log"
        var lines = try CaseScene.bytes(log).split(separator: 10).map { Array($0) + [10] }
        let second = try #require(CustodyEntry(lines[1].dropLast()))
        lines[1] =
            CustodyEntry.line(
                seq: 2, time: Samples.time, person: "somebody else", host: "may-1", action: .viewed,
                detail: "", manifest: nil, prev: second.prev
            ).bytes
        try CaseScene.write(lines.flatMap { $0 }, log)
        #expect(try faults(path) == ["custody.log:3 unlinked_line"])
    }

    @Test func `a log that was made anew is whole, and does not know the hash that was kept`() throws {
        let scene = try CaseScene()
        let summary = try scene.export()
        let manifest = try CaseScene.bytes(summary.path + "/manifest.json")
        var context = CaseScene.context(.none)
        context.person = "somebody else"
        let first = CustodyLog.beginning(manifest: manifest, context, detail: "")
        try CaseScene.write(first.bytes, summary.path + "/custody.log")
        try CaseScene.write(CustodyLog.head(first.hash), summary.path + "/custody.head")
        #expect(try CaseVerifier.verify(summary.path).isIntact)
        let verdict = try CaseVerifier.verify(summary.path, anchor: summary.head)
        #expect(verdict.faults.map(\.kind) == [.unknownAnchor])
    }

    @Test func `files that are gone, new, renamed or no files are named`() throws {
        let scene = try CaseScene()
        let path = try viewed(scene)
        let manager = FileManager.default
        for name in try CaseScene.files(path) {
            let aside = scene.folder + "/aside"
            try manager.moveItem(atPath: path + "/" + name, toPath: aside)
            #expect(try faults(path).contains("\(name) missing"))
            try manager.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: aside)
            #expect(try faults(path).contains("\(name) not_a_file"))
            try manager.removeItem(atPath: path + "/" + name)
            try manager.moveItem(atPath: aside, toPath: path + "/" + name + "x")
            let renamed = try faults(path)
            // Without a manifest nobody knows what is new.
            let isSeen = renamed.contains("\(name)x added") || name == "manifest.json"
            #expect(renamed.contains("\(name) missing") && isSeen)
            try manager.moveItem(atPath: path + "/" + name + "x", toPath: path + "/" + name)
        }
        for name in ["new", ".hidden", "objects/new", "rules/\u{1b}[2J\n"] {
            try CaseScene.write([1], path + "/" + name)
            #expect(try faults(path) == ["\(name) added"])
            try manager.removeItem(atPath: path + "/" + name)
        }
        try manager.createDirectory(atPath: path + "/empty", withIntermediateDirectories: false)
        #expect(try faults(path) == ["empty added"])
        try manager.removeItem(atPath: path + "/empty")
        #expect(try faults(path) == [])
    }

    @Test(arguments: ["../outside", "/outside", "objects/../../outside", "a\u{0}b", "", "./x", "custody.log"])
    func `a manifest that leads out of the folder leads nowhere`(name: String) throws {
        let scene = try CaseScene()
        let path = try viewed(scene)
        try CaseScene.write(Array("secret".utf8), scene.folder + "/outside")
        var manifest = try #require(CaseManifest(try CaseScene.bytes(path + "/manifest.json")))
        let digest = Digest.of(Array("secret".utf8).span).hexadecimal
        manifest.files.append(.init(path: name, size: 6, sha256: digest, purpose: "x"))
        try CaseScene.write(manifest.bytes, path + "/manifest.json")
        #expect(try faults(path) == ["\(name) bad_name", "manifest.json other_manifest"].sorted())
    }

    @Test func `what is no case, or cannot be read, is an error and no verdict`() throws {
        let scene = try CaseScene()
        #expect(throws: EvidenceError.notACase(path: scene.folder)) { try CaseVerifier.verify(scene.folder) }
        #expect(throws: EvidenceError.self) { try CaseVerifier.verify(scene.folder + "/none") }
        let path = try scene.export().path
        try CaseScene.write(Array("{".utf8), path + "/manifest.json")
        #expect(try faults(path) == ["manifest.json other_manifest"])
    }
}
