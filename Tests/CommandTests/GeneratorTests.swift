import Foundation
import Testing

@Suite struct GeneratorTests {
    @Test("The captures in captures/ are what the generator makes, byte for byte")
    func captures() throws {
        let forge = Scene.program.deletingLastPathComponent().appendingPathComponent("forge")
        let process = Process()
        process.executableURL = forge
        process.arguments = ["check", Scene.repository.appendingPathComponent("captures").path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }
}
