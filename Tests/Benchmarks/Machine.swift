import Foundation

/// What the measuring was done on: the kind of machine, never which one.
struct Machine {
    let processor: String
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let memory = ProcessInfo.processInfo.physicalMemory
    let system: String
    let kernel: String
    let versions: [(program: String, version: String)]

    init() {
        processor = Self.field("model name", of: "/proc/cpuinfo", separator: ":") ?? "unknown processor"
        let name = Self.field("PRETTY_NAME", of: "/etc/os-release", separator: "=")
        system = name?.replacingOccurrences(of: "\"", with: "") ?? "unknown system"
        // Only the release's number: what follows it may name a machine or its owner.
        let release = (try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8)) ?? ""
        kernel = String(release.prefix { $0.isNumber || $0 == "." })
        versions = [
            ("Swift", ["swift", "--version"]), ("libpcap", ["pkg-config", "--modversion", "libpcap"]),
            ("libyara", ["pkg-config", "--modversion", "yara"]), ("tcpflow", ["tcpflow", "-V"]),
            ("yara", ["yara", "--version"]), ("tshark", ["tshark", "--version"]),
        ].map { ($0.0, Self.version($0.1)) }
    }

    /// The most memory that this process had at one time, in bytes. The kernel's account of the address space: what
    /// `getrusage` says counts the program that started this one as well.
    static var peakMemory: UInt64 {
        let words = field("VmHWM", of: "/proc/self/status", separator: ":")?.split(separator: " ")
        return (words?.first.flatMap { UInt64($0) } ?? 0) * 1024
    }

    /// The memory that this process has now, in bytes (VmRSS).
    static var memoryInUse: UInt64 {
        let words = field("VmRSS", of: "/proc/self/status", separator: ":")?.split(separator: " ")
        return (words?.first.flatMap { UInt64($0) } ?? 0) * 1024
    }

    private static func field(_ name: String, of file: String, separator: Character) -> String? {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(separator: separator, maxSplits: 1).last?.trimmingCharacters(in: .whitespaces)
    }

    /// The first thing in a program's words about itself that looks like a version.
    private static func version(_ arguments: [String]) -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "not installed" }
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let words = text.split { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "," }
        let version = words.first { $0.first?.isNumber == true && $0.contains(".") }
        return version.map(String.init) ?? "not installed"
    }
}
