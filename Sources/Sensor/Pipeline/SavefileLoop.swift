import Capture
import NetTypes

/// Reads a savefile into a pipeline: the live path with a source that can wait.
struct SavefileLoop: ~Copyable {
    private let source: Int
    private var savefile: Savefile
    private var distributor: Distributor
    private var statistics: InterfaceStatistics
    private let board: StatisticsBoard
    private let control: PipelineControl
    private let gate: FrameGate?

    init(
        _ source: Int, _ name: String, _ savefile: consuming Savefile, _ distributor: consuming Distributor,
        _ board: StatisticsBoard, _ control: PipelineControl, _ gate: FrameGate?
    ) {
        self.source = source
        self.savefile = savefile
        self.distributor = distributor
        self.board = board
        self.control = control
        self.gate = gate
        statistics = InterfaceStatistics(name: name)
    }

    /// Reads to the end, or until told to stop.
    mutating func run() {
        var isRead = false
        do throws(CaptureError) {
            while !control.isStopping, try Self.next(&savefile, &distributor, &statistics, gate) {
                if control.isPostDue(source) { post() }
            }
            isRead = true
        } catch {
            board.post(.interfaceLost(error))
        }
        // The recorder looks at what was lost once its rings are closed.
        post()
        distributor.close()
        post()
        guard isRead else { return }
        // What is in flight is inspected meanwhile.
        let content = savefile.digest { _ in
            if control.isPostDue(source) { post() }
            return !control.isStopping
        }
        board.post(.savefileRead(savefile.verdict, content: content))
    }

    private static func next(
        _ savefile: inout Savefile, _ distributor: inout Distributor, _ statistics: inout InterfaceStatistics,
        _ gate: FrameGate?
    ) throws(CaptureError) -> Bool {
        var isOver = false
        let hasFrame = try savefile.withNextFrame { header, bytes in
            if let gate, !gate.isOpen(header.timestamp) {
                // What came before is inspected while this one waits.
                distributor.publish()
                isOver = !gate.wait(header.timestamp)
                if isOver { return }
            }
            statistics.frames += 1
            statistics.bytes += UInt64(bytes.count)
            statistics.bytesSnapped += UInt64(max(0, header.wireLength - bytes.count))
            distributor.take(header, bytes)
        }
        return hasFrame && !isOver
    }

    private func post() {
        board.post(source: source, statistics, distributor, savefileBytes: savefile.bytesRead)
    }
}
