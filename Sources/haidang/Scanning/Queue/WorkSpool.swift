import Foundation
import NetTypes

/// The bytes of a result on their way from the queue: kept in a file without a name until they are known to be whole, since
/// nothing of a result that is not may reach the event log.
final class WorkSpool {
    private let file: FileHandle
    private var failure = false

    /// The most bytes of one line.
    private static let longest = 16 << 20
    private static let piece = 256 << 10

    /// An empty one; nil where the system has no room for a temporary file.
    init?() {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "haidang-\(UUID().uuidString)"
        ).path
        guard
            FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forUpdatingAtPath: path)
        else { return nil }
        // Without a name it goes with this process, however that ends.
        try? FileManager.default.removeItem(atPath: path)
        self.file = file
    }

    deinit { try? file.close() }

    /// Adds bytes.
    func add(_ bytes: Span<UInt8>) {
        do {
            try file.write(contentsOf: Data([UInt8](copying: bytes)))
        } catch {
            failure = true
        }
    }

    /// Lends each line to `body`, without its newline; false where they could not be kept, a line is too long or the last one
    /// has no end.
    func lines(_ body: (ArraySlice<UInt8>) -> Bool) -> Bool {
        guard !failure, (try? file.seek(toOffset: 0)) != nil else { return false }
        var rest: [UInt8] = []
        while let data = try? file.read(upToCount: Self.piece), !data.isEmpty {
            rest += data
            var start = rest.startIndex
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                guard body(rest[start..<end]) else { return false }
                start = end + 1
            }
            rest.removeFirst(start)
            if rest.count > Self.longest { return false }
        }
        return rest.isEmpty
    }
}
