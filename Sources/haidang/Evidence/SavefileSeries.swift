import Capture
import NetTypes

/// The savefiles in which the flows of a case can be: a flow of a sensor that rotates its files goes over several of them, and
/// a detection names one.
enum SavefileSeries {
    /// The most files that are looked at beside those that detections name.
    private static let most = 64

    /// For each file its series, in the order of time: the file itself, and those of the same series that can hold frames of
    /// a span of time. A file is in the first of the lists that has it, and in no other.
    static func all(around files: [String], from: Timestamp, to: Timestamp) -> [[String]] {
        var seen: Set<String> = []
        return files.compactMap { file in
            guard !seen.contains(file) else { return nil }
            let series = around(file, files, from, to).filter { seen.insert($0).inserted }
            return series.isEmpty ? nil : series
        }
    }

    private static func around(_ file: String, _ named: [String], _ from: Timestamp, _ to: Timestamp)
        -> [String]
    {
        let name = RotationName(path: file).series
        let isNamed = Set(named)
        var siblings: [String] = []
        do throws(CaptureError) {
            let folder = FilePath.parent(file)
            siblings = try SavefileFolder.savefiles(at: folder.isEmpty ? "." : folder)
                .map { folder.isEmpty ? String($0.dropFirst(2)) : $0 }
                .filter { RotationName(path: $0).series == name }
        } catch {
            // Whether the file itself can be read is told when it is.
        }
        guard let start = Savefile.start(of: file), siblings.count > 1 else { return [file] }
        var placed: [(path: String, start: Timestamp)] = []
        for path in siblings {
            // A copy of the same capture begins at the same time, and has nothing that the file has not.
            guard let other = Savefile.start(of: path),
                path == file || other != start || isNamed.contains(path)
            else { continue }
            placed.append((path, other))
        }
        placed.sort { ($0.start, $0.path) < ($1.start, $1.path) }
        let chosen = placed.indices.filter { place in
            let next = place + 1 < placed.count ? placed[place + 1].start : nil
            let isNear = placed[place].start <= to && next.map { $0 >= from } ?? true
            return isNamed.contains(placed[place].path) || isNear
        }
        guard chosen.count <= most else { return placed.map(\.path).filter { isNamed.contains($0) } }
        return chosen.map { placed[$0].path }
    }
}
