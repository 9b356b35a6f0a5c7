import Foundation
import Glibc

/// The lines of an event log, one after another, in bounded memory: a line that is too long is passed over.
struct EventLines {
    /// The most bytes of a line: 4 MiB. An event of ours has far less.
    static let longest = 4 << 20
    private static let piece = 1 << 18

    /// What is read next.
    enum Line {
        /// A line without its newline.
        case text(String)
        /// A line that is longer than the limit.
        case tooLong
    }

    private let file: FileHandle
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    /// Up to where there is no newline, so that a long line is not searched again and again.
    private var searched = 0
    private var isEnded = false

    /// Opens an event log.
    init(_ path: String) throws(LogbookError) {
        do {
            file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(path: path, code: Logbook.code(of: error))
        }
        self.path = path
    }

    /// The next line; nil at the end. What follows the last newline is a line too.
    mutating func next() throws(LogbookError) -> Line? {
        var isTooLong = false
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { (start, searched) = (end + 1, end + 1) }
                return isTooLong ? .tooLong : .text(String(decoding: buffer[start..<end], as: UTF8.self))
            }
            if isEnded {
                defer { (start, searched) = (buffer.count, buffer.count) }
                if isTooLong { return .tooLong }
                if start == buffer.count { return nil }
                return .text(String(decoding: buffer[start...], as: UTF8.self))
            }
            if buffer.count - start > Self.longest {
                isTooLong = true
                start = buffer.count
            }
            try fill()
        }
    }

    private mutating func fill() throws(LogbookError) {
        buffer.removeFirst(start)
        start = 0
        searched = buffer.count
        do {
            let data = try file.read(upToCount: Self.piece) ?? Data()
            isEnded = data.isEmpty
            buffer.append(contentsOf: data)
        } catch {
            throw .unreadable(path: path, code: Logbook.code(of: error))
        }
    }

    /// Closes the file.
    func close() {
        try? file.close()
    }
}
