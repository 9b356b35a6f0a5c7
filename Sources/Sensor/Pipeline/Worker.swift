import NetTypes
import Ring
import Scan

/// One inspector and the rings it empties, on a thread of its own.
struct Worker: ~Copyable {
    private let number: Int
    private let doorbell: Doorbell
    private let inlets: [Inlet]
    private let mailbox: Mailbox
    private let board: StatisticsBoard
    private let rules: RuleSlot
    private let isPatient: Bool
    private let thinning: Thinning?
    private var inspector: Inspector
    private var batch = FindingBatch()
    private var generation: Int
    private var isPostDue = false

    /// Records between two looks at everything else.
    private static let turn = 256
    /// Milliseconds that it sleeps when there is nothing to do.
    private static let sleep = 100

    init(
        _ number: Int, _ inspector: consuming Inspector, _ doorbell: Doorbell, _ inlets: [Inlet],
        _ mailbox: Mailbox, _ board: StatisticsBoard, _ rules: RuleSlot,
        _ configuration: PipelineConfiguration
    ) {
        self.number = number
        self.inspector = inspector
        self.doorbell = doorbell
        self.inlets = inlets
        self.mailbox = mailbox
        self.board = board
        self.rules = rules
        isPatient = configuration.isPatient
        thinning = configuration.isPatient ? nil : Thinning(configuration)
        generation = 0
    }

    /// Works until every ring is closed and empty, then ends all flows.
    mutating func run() {
        while true {
            // Before frames are taken: those that come after the rules were exchanged meet the new ones, also when
            // this thread slept in between.
            if rules.generation != generation { adoptRules() }
            let taken = drain()
            if batch.findings.count >= FindingBatch.limit || taken == 0 { send() }
            if isPostDue { post() }
            guard taken == 0 else { continue }
            if Inlet.areFinished(inlets) { break }
            let inlets = inlets
            doorbell.wait(unless: { Inlet.isAnyReady(inlets) }, milliseconds: Self.sleep)
        }
        inspector.finish(&batch)
        send()
        post()
    }

    /// Inspects some records, those of the ring with the oldest first, and says how many there were.
    private mutating func drain() -> Int {
        if inlets.count == 1 { return take(from: inlets[0], through: Timestamp(nanoseconds: .max)) }
        var first: Inlet?
        var (oldest, next) = (Timestamp(nanoseconds: .max), Timestamp(nanoseconds: .max))
        for inlet in inlets {
            guard let time = inlet.consumer.nextTime() else { continue }
            if first == nil || time < oldest {
                next = first == nil ? next : oldest
                (first, oldest) = (inlet, time)
            } else {
                next = min(next, time)
            }
        }
        return first.map { take(from: $0, through: next) } ?? 0
    }

    private mutating func take(from inlet: Inlet, through time: Timestamp) -> Int {
        if let thinning {
            inspector.keepHeads(thinning.head(depth: inlet.consumer.depth, of: inlet.consumer.capacity))
        }
        return inlet.consumer.drain(limit: Self.turn, through: time) { record, bytes in
            switch record {
            case .frame(let header): inspector.inspect(header, bytes, &batch)
            case .time(let now):
                inspector.advance(to: now, &batch)
                isPostDue = true
            }
        }
    }

    private mutating func send() {
        // A savefile can wait until there is room upstairs.
        if isPatient {
            while mailbox.isCrowded { doorbell.wait(unless: { !mailbox.isCrowded }, milliseconds: 1) }
        }
        mailbox.send(&batch.findings)
    }

    private mutating func post() {
        isPostDue = false
        board.post(worker: number, inspector.statistics)
    }

    /// Takes the rules of now. A set whose scanner cannot be made leaves the old one at work.
    private mutating func adoptRules() {
        generation = rules.generation
        let current = rules.current
        inspector.replaceIndicators(current.indicators)
        guard let fresh = current.rules else { return }
        do throws(RuleError) {
            try inspector.replaceRules(fresh)
        } catch {
            board.post(.rulesRefused)
        }
    }
}
