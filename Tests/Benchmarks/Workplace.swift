import CMeter
import Foundation

/// The folder that everything temporary lies in, and where our own programs are.
struct Workplace {
    let url: URL
    /// Where tcpflow writes streams.
    let streams: URL
    /// The folder of this program, and of `forge` beside it.
    private let programs: URL

    /// Makes the folder.
    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("haidang-bench-\(getpid())")
        streams = url.appendingPathComponent("streams")
        programs = unsafe URL(fileURLWithPath: String(cString: meter_program())).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// Removes the folder and what is in it.
    func remove() {
        try? FileManager.default.removeItem(at: url)
    }

    /// Makes the folder for streams an empty one. What was in it stays beside it until the end: file systems pass
    /// over what was deleted lately when they make new files, which made a run after a deletion six times as dear.
    func renewStreams() throws {
        if FileManager.default.fileExists(atPath: streams.path) {
            let old = url.appendingPathComponent("streams-\(UUID().uuidString)")
            try FileManager.default.moveItem(at: streams, to: old)
        }
        try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    }

    /// The path of one of our programs. Throws when it was not built.
    func program(_ name: String) throws -> String {
        let path = programs.appendingPathComponent(name).path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw PhaseRun.Failure(reason: "\(name) is not built beside haidang-bench: use make bench")
        }
        return path
    }

    /// Has the kernel read a capture from the disk, as it does for whoever scans a file that was not just written.
    ///
    /// Pages lie in the cache as whoever filled it left them, and reading differed by a third between a file just
    /// written and the same file read back.
    func settle(_ capture: TrafficChoice) throws {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: capture.path))
        fsync(file.fileDescriptor)
        posix_fadvise(file.fileDescriptor, 0, 0, POSIX_FADV_DONTNEED)
        try file.close()
        _ = try phase(.read, capture.path).run(in: url)
    }

    /// One of our phases as a command.
    func phase(_ phase: Phase, _ file: String, _ more: [String] = []) throws -> Command {
        Command(
            arguments: [try program("haidang-bench"), "phase", phase.rawValue, file] + more, keepsOutput: true
        )
    }

    /// All rule files below a folder, or one file, as the one file that yara takes.
    func rules(_ path: String) throws -> String {
        guard URL(fileURLWithPath: path).hasDirectoryPath else { return path }
        let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".yar") }
        let all = url.appendingPathComponent("rules.yar")
        let text = try names.sorted().map { try String(contentsOfFile: path + "/" + $0, encoding: .utf8) }
        try text.joined(separator: "\n").write(to: all, atomically: true, encoding: .utf8)
        return all.path
    }
}
