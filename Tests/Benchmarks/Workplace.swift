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

    func emptyStreams() throws {
        if FileManager.default.fileExists(atPath: streams.path) {
            try FileManager.default.removeItem(at: streams)
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

    /// A copy of a capture in this folder. How a file was written decides how it lies in the page cache, and reading
    /// differed by a third for the same bytes; copies lie alike.
    func copy(_ capture: TrafficChoice) throws -> TrafficChoice {
        let copy = url.appendingPathComponent("\(capture.title)-copy.pcap")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: capture.path), to: copy)
        return TrafficChoice(title: capture.title, what: capture.what, path: copy.path)
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
