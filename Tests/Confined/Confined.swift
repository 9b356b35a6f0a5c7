import CAttempts
import Dispatch
import Foundation
import Glibc

/// Gives up rights with the program's own code (the folder `Privileges` beside this file is a link to it), then tries
/// what should not be possible any more, and what should, and prints how each went.
///
/// Arguments: `late` starts a thread first, which is a mistake; `drop USER` or `drop -` gives up rights; `filter`
/// installs the filter of system calls. In that order.
@main
enum Confined {
    static func main() {
        var arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "late" {
            Thread { sleep(60) }.start()
            arguments = arguments.dropFirst()
        }
        let folder = FileManager.default.currentDirectoryPath
        let listener = cattempts_listen()
        do throws(PrivilegeError) {
            if arguments.first == "drop" {
                let user = arguments.dropFirst().first
                if Privileges.staysRoot(user: user == "-" ? nil : user) { print("stays root") }
                try Privileges.drop(to: user == "-" ? nil : user)
                arguments = arguments.dropFirst(2)
            }
            if arguments.first == "filter" { try SystemCallFilter.install() }
        } catch {
            print("error: \(error)")
            exit(5)
        }
        attempt()
        print("connection: \(cattempts_serve(listener))")
        print("interface state: \(cattempts_interface_state())")
        work(in: folder)
    }

    /// What nobody should be able to do, each with the system's error number.
    private static func attempt() {
        let attempts: [(String, Int32)] = [
            ("socket", cattempts_socket(AF_INET, Int32(SOCK_STREAM.rawValue))),
            ("local socket", cattempts_socket(AF_UNIX, Int32(SOCK_STREAM.rawValue))),
            ("packet socket", cattempts_socket(AF_PACKET, Int32(SOCK_RAW.rawValue))),
            ("execute", cattempts_execute()),
            ("fork", cattempts_fork()),
            ("unshare", cattempts_unshare()),
            ("trace", cattempts_trace()),
            ("mount", cattempts_mount()),
            ("root", cattempts_become_root()),
            ("signal", cattempts_signal_other()),
            ("writable code", cattempts_map_writable_code()),
            ("code", cattempts_map_code()),
            ("made code", cattempts_make_code()),
            ("terminal", cattempts_type_into_terminal(STDIN_FILENO)),
            ("limit", cattempts_limit()),
            ("filter", cattempts_filter()),
        ]
        for (name, code) in attempts { print("\(name): \(code)") }
    }

    /// What a run does: threads, files, waiting, a character set that is loaded when it is first asked for.
    private static func work(in folder: String) {
        let done = DispatchSemaphore(value: 0)
        let release = DispatchSemaphore(value: 0)
        for _ in 0..<3 {
            let thread = Thread {
                done.signal()
                release.wait()
                done.signal()
            }
            thread.name = "confined"
            thread.start()
        }
        for _ in 0..<3 { done.wait() }
        let file = URL(fileURLWithPath: folder).appendingPathComponent("written")
        let text = String(repeating: "x", count: 1_000_000)
        do {
            try Data(text.utf8).write(to: file)
            try FileManager.default.moveItem(at: file, to: file.appendingPathExtension("1"))
            let size = try Data(contentsOf: file.appendingPathExtension("1")).count
            try FileManager.default.removeItem(at: file.appendingPathExtension("1"))
            print("file: \(size)")
        } catch {
            print("file: \(error)")
        }
        print("character set: \(cattempts_character_set())")
        usleep(1000)
        for task in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? [] {
            let status =
                (try? String(contentsOfFile: "/proc/self/task/\(task)/status", encoding: .utf8)) ?? ""
            let lines = status.split(separator: "\n").map { $0.replacing("\t", with: " ") }
            let wanted = ["Uid:", "Gid:", "Groups:", "Cap", "NoNewPrivs:", "Seccomp:"]
            let shown = lines.filter { line in wanted.contains { line.hasPrefix($0) } }
            print("thread " + shown.joined(separator: ", "))
        }
        for _ in 0..<3 { release.signal() }
        for _ in 0..<3 { done.wait() }
        print("end")
    }
}
