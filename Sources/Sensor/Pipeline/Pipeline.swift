import Capture
import Flow
import NetTypes
import Ring
import Scan
import Synchronization

/// Threads around inspectors: one for each source of frames, one for each worker, one for the recording, with a ring
/// between each two that meet. What the single inspector of a `Replay` finds, all of these together find too.
///
/// Use: make it, add sources, `start`, then take findings from `mailbox` until `isFinished`; `stop` brings it to an
/// end, in which everything in flight is still inspected. All of it from one thread.
public final class Pipeline {
    /// Where findings come out.
    public let mailbox: Mailbox

    private let configuration: PipelineConfiguration
    private let sensor: SensorConfiguration
    private let rules: RuleSlot
    private let control: PipelineControl
    private let board = StatisticsBoard()
    private let hash: KeyedHash
    private let sheds: [ShedTable]
    private let bells: [Doorbell]
    private var inlets: [[Inlet]]
    private var recorderInlets: [Inlet] = []
    private var recorder: Handover<Recorder>?
    private let recorderBell = Doorbell()
    private var sourceBells: [Doorbell] = []
    private var bodies: [(name: String, run: @Sendable () -> Void)] = []
    private var threads: [SensorThread] = []
    private let running = RunningCount()

    /// A pipeline without sources. `now` is the wall clock, for interfaces on which nothing comes.
    public init(
        _ configuration: PipelineConfiguration, _ sensor: SensorConfiguration, rules: RuleSet?,
        indicators: IndicatorSet? = nil, now: @escaping @Sendable () -> Timestamp
    ) {
        let workers = min(max(configuration.workers, 1), Self.mostWorkers)
        var configuration = configuration
        configuration.workers = workers
        self.configuration = configuration
        self.sensor = sensor.share(among: workers)
        self.rules = RuleSlot(rules, indicators)
        control = PipelineControl(now: now)
        mailbox = Mailbox(capacity: configuration.mailbox)
        let hash = KeyedHash(seed: UInt64.random(in: .min ... .max))
        self.hash = hash
        sheds = (0..<workers).map { _ in ShedTable(hash) }
        bells = (0..<workers).map { _ in Doorbell() }
        inlets = Array(repeating: [], count: workers)
        board.addWorkers(workers)
    }

    /// The most workers there can be.
    public static let mostWorkers = 256

    /// Adds an interface, which the pipeline owns from here on. Before `start`.
    public func add(_ interface: consuming LiveInterface, name: String) {
        let source = sourceBells.count
        let distributor = addSource(name, followsClock: true)
        let bell = sourceBells[source]
        let loop = Handover(InterfaceLoop(source, name, interface, distributor, board, control, bell))
        bodies.append(("capture-\(source)", { if var loop = loop.take() { loop.run() } }))
    }

    /// Adds a savefile, which the pipeline owns from here on; a gate says when its frames may go on. Before `start`.
    public func add(_ savefile: consuming Savefile, name: String, gate: FrameGate? = nil) {
        let source = sourceBells.count
        let distributor = addSource(name, followsClock: false)
        let loop = Handover(SavefileLoop(source, name, savefile, distributor, board, control, gate))
        bodies.append(("capture-\(source)", { if var loop = loop.take() { loop.run() } }))
    }

    /// Records what all sources bring. Before the first source is added.
    public func record(with recorder: consuming Recorder) {
        precondition(sourceBells.isEmpty, "sources that are there already would not be recorded")
        self.recorder = Handover(recorder)
    }

    private func addSource(_ name: String, followsClock: Bool) -> Distributor {
        var outlets: [Outlet] = []
        let source = sourceBells.count
        for worker in 0..<configuration.workers {
            let ends = RingEnds(capacity: configuration.ringSize, doorbell: bells[worker])
            inlets[worker].append(Inlet(ends.consumer))
            outlets.append(
                Outlet(ends.producer, RingStatistics(interface: source, worker: worker), configuration))
        }
        var recording: Outlet?
        if recorder != nil {
            let ends = RingEnds(capacity: configuration.ringSize, doorbell: recorderBell)
            recorderInlets.append(Inlet(ends.consumer))
            recording = Outlet(ends.producer, RingStatistics(interface: source, worker: 0), configuration)
        }
        sourceBells.append(Doorbell())
        board.addSource(name, rings: outlets.map(\.statistics))
        let dispatcher = Dispatcher(sensor.decoder, hash, workers: configuration.workers)
        let shedding = configuration.isPatient ? nil : Shedding(configuration, hash)
        return Distributor(
            dispatcher, outlets, sheds, shedding, recorder: recording, followsClock: followsClock)
    }

    /// Starts all threads. Throws when there is no memory for a scanner, or no thread; then nothing runs.
    public func start() throws(PipelineError) {
        var starting = bodies
        bodies = []
        for worker in 0..<configuration.workers {
            starting.append(("worker-\(worker)", try body(ofWorker: worker)))
        }
        if let recorder, let taken = recorder.take() {
            let loop = Handover(RecorderLoop(taken, recorderBell, recorderInlets, board))
            starting.append(("recorder", { if var loop = loop.take() { loop.run() } }))
        }
        for (name, body) in starting {
            running.begin()
            do throws(PipelineError) {
                threads.append(
                    try SensorThread(name: name) { [running, mailbox] in
                        body()
                        running.end()
                        mailbox.wake()
                    })
            } catch {
                running.end()
                stop()
                throw error
            }
        }
    }

    private func body(ofWorker number: Int) throws(PipelineError) -> @Sendable () -> Void {
        let inspector: Inspector
        let current = rules.current
        do throws(RuleError) {
            inspector = try Inspector(
                sensor, rules: current.rules, indicators: current.indicators,
                sheds: sheds[number])
        } catch {
            throw .noScanner
        }
        let worker = Handover(
            Worker(
                number, inspector, bells[number], inlets[number], mailbox, board, rules,
                configuration))
        return { if var worker = worker.take() { worker.run() } }
    }

    /// Sources are to come to an end; what they have brought is still inspected.
    public func stop() {
        control.stop()
        for bell in sourceBells { bell.ring() }
    }

    /// True once every thread has ended; what is left in the mailbox is the last of it.
    public var isFinished: Bool { running.isZero }

    /// Waits for all threads. The mailbox must have room for what they still send, or be emptied meanwhile.
    public func join() {
        for thread in threads { thread.join() }
        threads = []
    }

    /// Puts other rules in the place of the old ones: each worker goes over between two batches of frames, and no
    /// frame and no flow is lost.
    public func replaceRules(by fresh: RuleSet) { replace(by: fresh, nil) }

    /// The same for rules and indicators at once; nil leaves what is at work.
    public func replace(by fresh: RuleSet?, _ indicators: IndicatorSet?) {
        rules.replace(by: fresh, indicators)
    }

    /// Bytes of its savefiles on disk that were read, as of the last time that `statistics` was asked for: for a progress bar.
    public var savefileBytes: UInt64 { board.savefileBytes }

    /// Every counter, as it was last posted: about once a second.
    public var statistics: LiveStatistics {
        control.askForPosts()
        var all = board.statistics
        all.mailbox = mailbox.statistics
        return all
    }

    /// What people should hear of that happened since the last time.
    public func takeNotices() -> [PipelineNotice] { board.takeNotices() }
}
