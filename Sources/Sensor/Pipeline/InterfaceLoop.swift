import Capture
import NetTypes
import Ring

/// A capture thread: reads one interface and hands its frames over, never waiting for anybody but the interface.
struct InterfaceLoop: ~Copyable {
    private let source: Int
    private let name: String
    private var interface: LiveInterface
    private var distributor: Distributor
    private let board: StatisticsBoard
    private let control: PipelineControl
    private let doorbell: Doorbell

    /// Frames that are read at once.
    private static let turn = 512
    /// Milliseconds that it waits for frames before it looks at everything else.
    private static let patience = 100
    /// Milliseconds until an interface that went away is tried again: from the first, doubled up to the last.
    private static let backOff = 250...8_000
    /// Nanoseconds that capture time stays behind the clock while no frames come: what is in the kernel's buffer has
    /// earlier times.
    private static let lag: Int64 = 2_000_000_000
    /// Turns that a thread which was told to stop still reads what the kernel holds.
    private static let lastTurns = 4096

    init(
        _ source: Int, _ name: String, _ interface: consuming LiveInterface,
        _ distributor: consuming Distributor, _ board: StatisticsBoard, _ control: PipelineControl,
        _ doorbell: Doorbell
    ) {
        self.source = source
        self.name = name
        self.interface = interface
        self.distributor = distributor
        self.board = board
        self.control = control
        self.doorbell = doorbell
    }

    /// Captures until told to stop, and then what is left.
    mutating func run() {
        var delay = Self.backOff.lowerBound
        while !control.isStopping {
            do throws(CaptureError) {
                if try capture() < Self.turn { rest() }
                delay = Self.backOff.lowerBound
            } catch {
                board.post(.interfaceLost(error))
                delay = recover(after: delay)
            }
            if control.isPostDue(source) { post() }
        }
        var turns = 0
        while turns < Self.lastTurns, let taken = try? capture(), taken > 0 { turns += 1 }
        // The recorder looks at what was lost once its rings are closed.
        post()
        distributor.close()
        post()
    }

    private mutating func capture() throws(CaptureError) -> Int {
        // Two variables, so that one can be lent to the other.
        try Self.capture(&interface, &distributor)
    }

    private static func capture(
        _ interface: inout LiveInterface, _ distributor: inout Distributor
    ) throws(CaptureError) -> Int {
        try interface.capture(limit: turn) { distributor.take($0, $1) }
    }

    /// Nothing waits: the workers are to see what came, and time goes on.
    private mutating func rest() {
        distributor.publish()
        if !interface.wait(milliseconds: Self.patience) {
            distributor.advance(to: control.now().advanced(by: -Self.lag))
            distributor.publish()
        }
    }

    /// Tries to open the interface again, until that works or the run ends.
    private mutating func recover(after first: Int) -> Int {
        var delay = first
        distributor.publish()
        while !control.isStopping {
            post()
            doorbell.wait(unless: { control.isStopping }, milliseconds: delay)
            delay = min(delay * 2, Self.backOff.upperBound)
            distributor.advance(to: control.now().advanced(by: -Self.lag))
            distributor.publish()
            if (try? interface.reopen()) != nil {
                board.post(.interfaceBack(interface: name))
                break
            }
        }
        return delay
    }

    private mutating func post() {
        board.post(source: source, interface.statistics(), distributor)
    }
}
