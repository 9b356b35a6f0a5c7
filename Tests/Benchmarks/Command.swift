import CMeter
import Foundation

/// One program run, as it is started from a shell.
struct Command {
    let arguments: [String]
    /// False when what it prints is thrown away.
    var keepsOutput = false

    /// What a run cost, and what it printed when that was kept.
    struct Outcome {
        var seconds: Double
        var output: String
    }

    /// Runs it and waits. Throws unless it ends with code 0.
    func run(in folder: URL) throws -> Outcome {
        let output = folder.appendingPathComponent("output").path
        let errors = folder.appendingPathComponent("errors").path
        var seconds = 0.0
        let code = unsafe withArguments { list in
            unsafe meter_run(list, keepsOutput ? output : "/dev/null", errors, &seconds)
        }
        guard code == 0 else {
            let said = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
            let last = said.split(separator: "\n").last.map { ": \($0)" } ?? ""
            throw PhaseRun.Failure(reason: "\(arguments[0]) ended with code \(code)\(last)")
        }
        return Outcome(
            seconds: seconds, output: keepsOutput ? try String(contentsOfFile: output, encoding: .utf8) : "")
    }

    /// True when a program of this name lies along PATH.
    static func isInstalled(_ name: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }

    /// Lends the arguments as C has them: the strings live until `body` returns, and a null pointer ends the list.
    private func withArguments(
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        var list = unsafe arguments.map { unsafe strdup($0) }
        unsafe list.append(nil)
        defer { unsafe list.forEach { unsafe free($0) } }
        return unsafe list.withUnsafeBufferPointer { buffer in
            guard let first = buffer.baseAddress else { return -1 }
            return unsafe body(first)
        }
    }
}
