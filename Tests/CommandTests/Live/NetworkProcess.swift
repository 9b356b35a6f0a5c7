import Foundation
import TestSupport

/// A program that runs in the network of the thread that starts it, in a scene's folder, in English; what it writes
/// goes to files there. It must not outlive the test: who drops it kills it.
final class NetworkProcess {
    /// The process.
    let number: Int32
    private let scene: Scene
    private let name: String
    private let watchdog: DispatchWorkItem
    private var hasEnded = false

    /// Seconds after which a process is killed, so that the test fails and the others go on.
    private static let patience = 120.0
    /// Microseconds between two looks at what it wrote.
    private static let pause: UInt32 = 10_000
    private static let tcpreplay = "/usr/bin/tcpreplay"

    /// Why tests of live capture are left out where they are.
    static let requirement = "\(NetworkNamespace.requirement), and tcpreplay(1)"

    /// True where live capture can be tested.
    static let isAvailable =
        NetworkNamespace.isAvailable && FileManager.default.isExecutableFile(atPath: tcpreplay)

    /// Starts a program.
    init(_ scene: Scene, _ command: [String]) throws {
        self.scene = scene
        name = "process-\(UUID().uuidString)"
        let script = """
            cd "$1" || exit 99; name=$2; shift 2; export LANG=en_US.UTF-8
            exec "$@" </dev/null >"$name.out" 2>"$name.err"
            """
        let shell = ["-c", script, "sh", scene.folder.path, name]
        let number = try NetworkNamespace.start("/bin/sh", shell + command)
        self.number = number
        watchdog = DispatchWorkItem { kill(number, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: watchdog)
    }

    deinit {
        watchdog.cancel()
        if !hasEnded {
            kill(number, SIGKILL)
            _ = try? NetworkNamespace.end(of: number)
        }
    }

    /// Starts `haidang live` on an interface and waits until it captures.
    static func live(_ scene: Scene, on interface: String, _ options: [String]) throws -> NetworkProcess {
        let command = [Scene.program.path, "live", "--interface", interface, "--host", "h"]
        let process = try NetworkProcess(scene, command + options)
        try process.wait(for: "capturing")
        return process
    }

    /// Runs `haidang` to its end.
    static func run(_ scene: Scene, _ arguments: [String]) throws -> Outcome {
        try NetworkProcess(scene, [Scene.program.path] + arguments).finish()
    }

    /// Sends all frames of a savefile on an interface, as fast as they go.
    static func replay(_ scene: Scene, _ savefile: String, on interface: String) throws {
        let command = [tcpreplay, "--quiet", "--topspeed", "--intf1", interface, savefile]
        let outcome = try NetworkProcess(scene, command).finish()
        guard outcome.code == 0 else {
            throw Failure(what: "tcpreplay \(savefile)", messages: outcome.messages)
        }
    }

    /// Waits until the kernel has handed over what was sent: a block that is not full waits for 100 ms.
    static func waitForKernel() { usleep(300_000) }

    /// Sends it a signal.
    func send(_ signal: Int32) { kill(number, signal) }

    /// What it has said so far.
    var messages: String { (try? scene.text("\(name).err")) ?? "" }

    /// What it has written to standard output so far.
    var output: String { (try? scene.text("\(name).out")) ?? "" }

    /// How often it has said something so far.
    func count(of text: String) -> Int { messages.components(separatedBy: text).count - 1 }

    /// Waits until it has said something so many times.
    func wait(for text: String, times: Int = 1) throws {
        try wait("it to say \(text)") { self.count(of: text) >= times }
    }

    /// Waits until something is so.
    func wait(_ what: String, until isTrue: () throws -> Bool) throws {
        for _ in 0..<3000 {
            if try isTrue() { return }
            usleep(Self.pause)
        }
        throw Failure(what: "waited in vain for \(what)", messages: messages)
    }

    /// A number of `/proc/PID/status` (proc(5)), such as `VmRSS`, in KiB; nil when there is none.
    func status(_ field: String) -> Int? { word(field).flatMap { Int($0) } }

    /// Its state by proc(5): `T` when a signal has stopped it.
    var state: Substring? { word("State") }

    private func word(_ field: String) -> Substring? {
        let text = (try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(field + ":") }
        return line?.split { " \t".contains($0) }.dropFirst().first
    }

    /// Waits for its end, after a signal if one is given.
    func finish(after signal: Int32? = nil) throws -> Outcome {
        if let signal { send(signal) }
        let code = try NetworkNamespace.end(of: number)
        hasEnded = true
        watchdog.cancel()
        return Outcome(code: code, output: output, messages: messages)
    }

    /// Something that did not come about.
    struct Failure: Error {
        let what: String
        let messages: String
    }
}
