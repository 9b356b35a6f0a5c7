import NetTypes

extension Savefile {
    /// Capture time of the first frame of a file; nil where there is none, or the file is no savefile. Reads no more than
    /// that frame and what is buffered with it.
    public static func start(of path: String) -> Timestamp? {
        var start: Timestamp?
        do throws(CaptureError) {
            var savefile = try Savefile(path: path)
            _ = try savefile.withNextFrame { header, _ in start = header.timestamp }
        } catch {
            // Why it cannot be read is told by whoever reads it for more than its place.
        }
        return start
    }
}
