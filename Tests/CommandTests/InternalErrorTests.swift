import Foundation
import Testing

/// Exit code 6: what we rely on failed, and the input is not to blame.
@Suite struct InternalErrorTests {
    @Test("When libyara gets no memory for its rules, that is an internal error, and said so")
    func noMemory() throws {
        let scene = try Scene.ready()
        // How much address space the program needs before it comes to the rules differs between builds and
        // systems, so the limit goes up until libyara is what fails: below that the program does not start.
        var seen: [Int32] = []
        for mebibytes in stride(from: 64, through: 512, by: 2) {
            let process = scene.process([
                "-c", #"ulimit -c 0; ulimit -v "$0"; exec "$@""#, "\(mebibytes << 10)", Scene.program.path,
                "rules",
                "check", "rules",
            ])
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            let outcome = try scene.finish(process)
            seen.append(outcome.code)
            if outcome.code == 0 { break }
            guard outcome.code == 6 else { continue }
            #expect(outcome.messages.hasPrefix("haidang: libyara failed: "))
            #expect(outcome.output.isEmpty)
            return
        }
        Issue.record("no limit made libyara fail: \(seen)")
    }
}
