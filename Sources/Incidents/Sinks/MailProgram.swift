import Dispatch
import Foundation

/// A program of this machine that takes mails on its standard input, as `sendmail -t -i` does.
enum MailProgram {
    /// The exit codes of sysexits.h that are about the mail, not about the moment: 65 to 68.
    private static let refusals: ClosedRange<Int32> = 65...68

    /// Hands over a mail: nil when the program took it, what it said when it does not want it. No shell is in between,
    /// and no word of the mail is an argument. A program that takes too long is killed.
    ///
    /// A mail is smaller than a pipe's buffer of 64 KiB (see `MailMessage`), so that writing it does not wait.
    static func send(_ mail: [UInt8], by program: String, seconds: Int) throws(SinkFailure) -> String? {
        let (process, input) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["-t", "-i"]
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do {
            try SinkThread.unblockingSignals { try process.run() }
            // Mail in a file has the line ends of this system.
            let text = String(decoding: mail, as: UTF8.self).replacing("\r\n", with: "\n")
            try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            try input.fileHandleForWriting.close()
        } catch {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            throw SinkFailure("\(program): \(error.localizedDescription)")
        }
        if ended.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            throw SinkFailure("\(program): not done after \(seconds) seconds")
        }
        let code = process.terminationStatus
        if process.terminationReason == .exit, code == 0 { return nil }
        if process.terminationReason == .exit, refusals.contains(code) { return "exit \(code)" }
        throw SinkFailure("\(program): exit \(code)")
    }
}
