import Foundation
import Glibc

/// A network of its own for a test, which nobody else is on and which leaves nothing behind.
///
/// A namespace belongs to a thread, and ends with it and with the sockets that were opened in it; there is nothing to
/// name, and nothing to remove, however the test ends.
public enum NetworkNamespace {
    /// Why tests that need a network of their own are left out where they are.
    public static let requirement = "needs root, namespaces, veth and ip(8)"

    /// True where such a network can be made.
    public static let isAvailable: Bool = {
        guard geteuid() == 0, ipProgram != nil else { return false }
        let done = DispatchSemaphore(value: 0)
        let answer = Answer<Bool>()
        start {
            answer.result = Result {
                try enter()
                try addPair("hdt0", "hdt1")
                return true
            }
            done.signal()
        }
        done.wait()
        return (try? answer.result?.get()) ?? false
    }()

    /// Runs `body` on a thread of its own in a network of its own, in which there is `lo`, which is down, and which
    /// has no IPv6, so that the kernel sends nothing unasked.
    public static func run<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            start {
                continuation.resume(
                    with: Result {
                        try enter()
                        return try body()
                    })
            }
        }
    }

    /// Runs ip(8) in the network of this thread.
    public static func ip(_ command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        guard try end(of: start(ipProgram ?? "", words)) == 0 else { throw Refusal(what: "ip \(command)") }
    }

    /// Starts a program in the network of this thread, and says which process it is; `end` must be asked for.
    ///
    /// Not by Foundation's `Process`, which waits for the end of a program by a run loop that never hears of it here.
    public static func start(_ program: String, _ arguments: [String]) throws -> Int32 {
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer { unsafe words.forEach { unsafe free($0) } }
        var child: pid_t = 0
        // Safe: the strings are ours until the end of this function, and the list of them ends with nil.
        let code = unsafe posix_spawn(&child, program, nil, nil, &words, environ)
        guard code == 0 else { throw Refusal(what: program) }
        return child
    }

    /// Waits for the end of a process that was started here: its exit code, or 128 and the signal that killed it.
    public static func end(of process: Int32) throws -> Int32 {
        var status: Int32 = -1
        // Safe: the call fills the one integer.
        while unsafe waitpid(process, &status, 0) != process {
            guard errno == EINTR else { throw Refusal(what: "waiting for a process") }
        }
        let signal = status & 0x7f
        return signal == 0 ? status >> 8 & 0xff : 128 + signal
    }

    /// Makes two interfaces with a cable between them, both up: what is sent on one comes in on the other.
    ///
    /// The near one comes up last and so has its carrier at once; the kernel tells the other one a moment later, and
    /// drops what is sent on it until then.
    public static func addPair(_ near: String, _ far: String, mtu: Int = 1500) throws {
        try ip("link add \(near) mtu \(mtu) type veth peer name \(far) mtu \(mtu)")
        try ip("link set \(far) up")
        try ip("link set \(near) up")
    }

    /// Takes all privileges from this thread, for good (capset(2) is about one thread).
    public static func dropCapabilities() throws {
        typealias Function = @convention(c) (UnsafeMutableRawPointer, UnsafeRawPointer) -> Int32
        // Version 3 of the structures, this thread, and nothing effective, permitted or inheritable.
        var header: [UInt32] = [0x2008_0522, 0]
        let data = [UInt32](repeating: 0, count: 6)
        guard let symbol = unsafe dlsym(nil, "capset") else { throw Refusal(what: "capset") }
        // Safe: capset(2) has this type, and reads and writes no more than the structures.
        let code = unsafe unsafeBitCast(symbol, to: Function.self)(&header, data)
        guard code == 0 else { throw Refusal(what: "capset") }
    }

    private static func enter() throws {
        typealias Function = @convention(c) (Int32) -> Int32
        let newNetwork: Int32 = 0x4000_0000
        // unshare(2) is hidden from Swift by a feature macro, but every C library on Linux has it.
        guard let symbol = unsafe dlsym(nil, "unshare"),
            // Safe: unshare(2) has this type.
            unsafe unsafeBitCast(symbol, to: Function.self)(newNetwork) == 0
        else { throw Refusal(what: "unshare") }
        let switchOff = URL(fileURLWithPath: "/proc/sys/net/ipv6/conf/all/disable_ipv6")
        // A kernel without IPv6 has no such file, and needs none.
        if FileManager.default.fileExists(atPath: switchOff.path) { try Data("1".utf8).write(to: switchOff) }
    }

    private static func start(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 8 << 20
        thread.start()
    }

    private static let ipProgram = ["/usr/sbin/ip", "/sbin/ip", "/usr/bin/ip"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Something that the system did not let a test do.
    public struct Refusal: Error {
        /// What it was.
        public let what: String
    }

    private final class Answer<Value>: @unchecked Sendable {
        // Written before the semaphore is signalled and read after it was waited for.
        var result: Result<Value, any Error>?
    }
}
