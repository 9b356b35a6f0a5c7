import Foundation
import TestSupport

/// A folder of its own for one test, with savefiles and rules built in it, where the program is run.
final class Scene {
    /// The folder; it goes with the scene.
    let folder: URL

    /// A scene with an empty folder.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "haidang-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The word that `rule` looks for.
    static let word = "beacon-7f3a-hello"

    /// A rule that finds `word`, on lines 1 to 5.
    static let rule = """
        rule Beacon {
            meta: severity = 2
            strings: $word = "\(word)"
            condition: $word
        }

        """

    /// A rule that does not compile: its condition, on line 2, names a string that is not there.
    static let brokenRule = "rule Broken {\n    condition: $missing\n}\n"

    /// A savefile of one conversation in which the client says `text`.
    static func savefile(saying text: String) -> [UInt8] {
        var talk = Conversation(client: "198.51.100.7", 40000, server: "203.0.113.9", 80)
        talk.handshake()
        talk.client(sends: text)
        talk.server(sends: "understood")
        talk.close()
        return SavefileBytes.pcap(talk.frames)
    }

    /// The path of a file in the folder.
    func path(_ name: String) -> String {
        folder.appendingPathComponent(name).path
    }

    /// Writes a file, with the folders it needs.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Writes a text file.
    func write(_ name: String, _ text: String) throws {
        try write(name, Array(text.utf8))
    }

    /// What a file in the folder holds.
    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }

    /// A scene with the rule in `rules/`, `hit.pcap` in which it hits and `quiet.pcap` in which it does not.
    static func ready() throws -> Scene {
        let scene = try Scene()
        try scene.write("rules/beacon.yar", rule)
        try scene.write("hit.pcap", savefile(saying: "well: \(word)."))
        try scene.write("quiet.pcap", savefile(saying: "nothing of the kind"))
        return scene
    }
}
