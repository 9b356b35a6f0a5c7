import Capture
import NetTypes

/// A capture on its way onto the stage: its next frame, with the time at which it plays.
final class StagedCapture {
    /// The drill's entry.
    let capture: DrillCapture
    /// The next frame; nil at the end.
    private(set) var next: (header: FrameHeader, bytes: [UInt8])?
    /// When it plays: never before the one before it, whatever the capture says.
    private(set) var time = Timestamp.zero
    /// Frames that were older than one before them.
    private(set) var regressions: UInt64 = 0

    private var savefile: Savefile
    private var shift: Int64 = 0
    private var rewriter: FrameRewriter?

    /// Opens a capture at a path and reads its first frame.
    init(_ capture: DrillCapture, path: String) throws(DrillError) {
        self.capture = capture
        do throws(CaptureError) {
            savefile = try Savefile(path: path)
        } catch {
            throw .capture(error)
        }
        if !capture.map.isEmpty {
            let map = capture.map
            rewriter = FrameRewriter { map($0) }
        }
        try advance()
        guard let next else { throw .noFrames(file: path) }
        time = next.header.timestamp
    }

    /// How the file ended.
    var verdict: SavefileVerdict { savefile.verdict }

    /// From here on frames play so many nanoseconds later than they were captured.
    func move(by nanoseconds: Int64) {
        shift = nanoseconds
        guard let (old, bytes) = next else { return }
        var header = old
        header.timestamp = header.timestamp.advanced(by: nanoseconds)
        time = header.timestamp
        next = (header, bytes)
    }

    /// Goes on to the next frame.
    func advance() throws(DrillError) {
        var taken: (FrameHeader, [UInt8])?
        do throws(CaptureError) {
            _ = try savefile.withNextFrame { header, bytes in taken = (header, Array(copying: bytes)) }
        } catch {
            throw .capture(error)
        }
        guard var (header, bytes) = taken else {
            next = nil
            return
        }
        rewriter?.rewrite(&bytes, header)
        header.timestamp = header.timestamp.advanced(by: shift)
        if next != nil, header.timestamp < time { regressions += 1 }
        time = next == nil ? header.timestamp : max(time, header.timestamp)
        next = (header, bytes)
    }
}
