import Foundation
import Glibc

/// A nats-server for a test. It ends with this object, and with the test's process, however that ends.
///
/// A shell stands between: it waits for the end of its input, which comes when nobody holds the pipe any more, and then
/// kills the one process that it started.
final class NatsServer {
    private let shell = Process()
    private let input = Pipe()
    private let process: Int32

    /// Starts a server with a configuration file. What it says goes to the log that the file names.
    init(_ program: String, configuration: String) throws {
        let output = Pipe()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        let script = "\"$0\" -c \"$1\" >&2 & p=$!; echo $p; read -r x; kill -9 $p 2>&-"
        shell.arguments = ["-c", script, program, configuration]
        shell.standardInput = input
        shell.standardOutput = output
        shell.standardError = FileHandle.nullDevice
        try shell.run()
        // The shell's copies of these ends are its own; ours would keep the pipes open.
        try output.fileHandleForWriting.close()
        try input.fileHandleForReading.close()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
            line.append(byte)
        }
        process = Int32(String(decoding: line, as: UTF8.self)) ?? 0
    }

    deinit {
        try? input.fileHandleForWriting.close()
        shell.waitUntilExit()
        // Its ports and files are free when it is gone, or dead and only not yet collected by whoever inherited it.
        for _ in 0..<200 where isAlive { usleep(10_000) }
    }

    private var isAlive: Bool {
        let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return status?.split(separator: ")").last?.hasPrefix(" Z") == false
    }

    /// Sends a signal to the server, as SIGKILL, SIGSTOP or SIGCONT.
    func signal(_ signal: Int32) {
        if process > 1 { _ = Glibc.kill(process, signal) }
    }
}
