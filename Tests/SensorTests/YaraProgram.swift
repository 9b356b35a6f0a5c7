import Foundation

/// The plain `yara` program, as an oracle.
enum YaraProgram {
    /// Where it is; nil when it is not installed.
    static let path = ["/usr/bin/yara", "/usr/local/bin/yara"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Why tests that need it are skipped.
    static let missing = "skipped: the yara program is not installed"

    /// The rules that hit in each of many pieces of bytes, by the piece's position.
    static func hits(_ pieces: [[UInt8]], rules folder: String) throws -> [Int: Set<String>] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".yar")
        }.sorted()
        var hits: [Int: Set<String>] = [:]
        // Descriptors are limited, so pieces go in portions.
        for start in stride(from: 0, to: pieces.count, by: 400) {
            let part = pieces[start..<min(start + 400, pieces.count)].map(MemoryFile.init)
            let list = MemoryFile(Array(part.compactMap { $0?.path }.joined(separator: "\n").utf8))
            let arguments = ["--scan-list"] + files.map { "\(folder)/\($0)" } + [list?.path ?? ""]
            let positions = Dictionary(
                uniqueKeysWithValues: part.enumerated().map { ($0.element?.path ?? "", start + $0.offset) })
            // The files go with their objects, which must outlive the program that reads them.
            let lines = try withExtendedLifetime((part, list)) { try run(arguments).split(separator: "\n") }
            for line in lines {
                let words = line.split(separator: " ")
                guard words.count == 2, let at = positions[String(words[1])] else { continue }
                hits[at, default: []].insert(String(words[0]))
            }
        }
        return hits
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(bytes: output, encoding: .utf8) ?? ""
    }

    /// The program did not end well.
    struct Failure: Error {
        let status: Int32
    }
}
