import Foundation

extension Scene {
    /// The program that was built together with the tests: it lies beside them.
    static let program: URL = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("haidang")
    }()

    /// Seconds after which a run that hangs is killed, so that the test fails and the others go on.
    private static let patience = 240.0

    /// A run that has not begun: in the folder, in English unless told otherwise, without a terminal.
    func process(_ arguments: [String], environment: [String: String] = ["LANG": "en_US.UTF-8"]) -> Process {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Runs the program to its end.
    func run(
        _ arguments: String..., environment: [String: String] = ["LANG": "en_US.UTF-8"], input: [UInt8]? = nil
    ) throws -> Outcome {
        let process = process(arguments, environment: environment)
        if let input {
            try write("standard-input", input)
            process.standardInput = try FileHandle(
                forReadingFrom: folder.appendingPathComponent("standard-input"))
        }
        return try finish(process)
    }

    /// Runs a process to its end. It writes to files, so that no pipe can fill up, unless `output` or `messages` is given.
    func finish(
        _ process: Process, output: FileHandle? = nil, messages: FileHandle? = nil,
        whileRunning: (Process) throws -> Void = { _ in }
    ) throws -> Outcome {
        let names = ["out", "err"].map { "\($0)-\(UUID().uuidString)" }
        for name in names { try write(name, "") }
        let file = try FileHandle(forWritingTo: folder.appendingPathComponent(names[0]))
        process.standardOutput = output ?? file
        let errors = try FileHandle(forWritingTo: folder.appendingPathComponent(names[1]))
        process.standardError = messages ?? errors
        try process.run()
        let pid = process.processIdentifier
        let watchdog = DispatchWorkItem { kill(pid, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: watchdog)
        defer { watchdog.cancel() }
        try whileRunning(process)
        process.waitUntilExit()
        let killed = process.terminationReason == .uncaughtSignal
        return Outcome(
            code: killed ? 128 + process.terminationStatus : process.terminationStatus,
            output: try text(names[0]), messages: try text(names[1]))
    }
}

extension Scene {
    /// The package's folder.
    static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Runs a line of shell in the folder; it must succeed.
    func shell(_ line: String) throws {
        let process = process(["-c", line], environment: ["PATH": "/usr/bin:/bin"])
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let outcome = try finish(process)
        guard outcome.code == 0 else { throw ShellFailure(line: line, messages: outcome.messages) }
    }

    /// A line of shell that failed.
    struct ShellFailure: Error {
        let line: String
        let messages: String
    }
}
