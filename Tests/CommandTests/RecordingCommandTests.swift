import Foundation
import Testing

/// `inspect recording` over a folder that is not there, and its wrong options; `live --record` itself needs an interface.
@Suite("The command that looks into a recording")
struct RecordingCommandTests {
    @Test("A folder that is not there is code 5, and no file is left")
    func missingFolder() throws {
        let scene = try Scene()
        let outcome = try scene.finish(
            scene.process([
                "inspect", "recording", "none", "--community-id", "1:LQU9qZlK+B5F3KDmev6m5PMibrg=", "--write",
                "out.pcapng",
            ]))
        #expect(outcome.code == 5)
        #expect(!FileManager.default.fileExists(atPath: scene.path("out.pcapng")))
        #expect(!FileManager.default.fileExists(atPath: scene.path("out.pcapng.part")))
    }

    @Test(
        "What is no Community ID or no time is wrong usage",
        arguments: [
            ["--community-id", "2:x"],
            ["--community-id", "1:LQU9qZlK+B5F3KDmev6m5PMibrg=", "--from", "gestern"],
        ])
    func wrongOptions(options: [String]) throws {
        let scene = try Scene()
        let outcome = try scene.finish(
            scene.process(["inspect", "recording", ".", "--write", "out.pcapng"] + options))
        #expect(outcome.code == 2)
        #expect(!FileManager.default.fileExists(atPath: scene.path("out.pcapng")))
    }
}
