import Foundation

/// Reads an event log line by line, as much of it as is there, in bounded memory.
public struct EventLogReader {
    /// Bytes of the longest line that is read; what is longer is passed over and counted.
    public static let longestLine = 1 << 20
    private static let chunk = 1 << 18

    /// Lines that were too long.
    public private(set) var overlongLines: UInt64 = 0

    private let file: FileHandle
    private var rest: [UInt8] = []
    private var isPassing = false

    /// A reader of the log at a path; nil where it cannot be opened.
    public init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        self.file = file
    }

    /// Hands every whole line to `body`, without its end. A last line without one is still being written, and is left out.
    public mutating func read(_ body: (String) -> Void) {
        while let data = try? file.read(upToCount: Self.chunk), !data.isEmpty {
            var bytes = Array(data)[...]
            while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                take(bytes[..<end], body)
                bytes = bytes[(end + 1)...]
            }
            if rest.count + bytes.count > Self.longestLine { isPassing = true }
            if isPassing { rest = [] } else { rest += bytes }
        }
    }

    private mutating func take(_ end: ArraySlice<UInt8>, _ body: (String) -> Void) {
        defer { (rest, isPassing) = ([], false) }
        guard !isPassing, rest.count + end.count <= Self.longestLine else {
            overlongLines += 1
            return
        }
        if rest.isEmpty, end.isEmpty { return }
        body(String(decoding: rest + end, as: UTF8.self))
    }
}
