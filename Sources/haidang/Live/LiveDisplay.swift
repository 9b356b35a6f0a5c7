import Capture
import Foundation
import Incidents
import NetTypes
import Rulebook
import Scan
import Sensor

/// Who sees what of a live run: a panel where standard error is a terminal, else a line a minute; detections on standard
/// output, as JSON lines or as sentences, unless the panel on the same terminal shows them.
final class LiveDisplay {
    /// When the run began.
    private(set) var begun = ContinuousClock.now

    private let terminal: Terminal
    private let json: Bool
    private let encoder: EventEncoder
    private var panel: LivePanel?
    private var line = StatisticsLine()
    private var state = LiveState(time: .now)

    init(_ terminal: Terminal, _ settings: Settings, _ rules: RuleSet?, json: Bool) {
        self.terminal = terminal
        self.json = json
        encoder = EventEncoder(host: settings.host, origin: .interfaces(settings.live.interfaces))
        if terminal.messages.showsProgress { panel = LivePanel(palette: terminal.messages.palette) }
        state.rules = rules?.rules.count ?? 0
        state.ruleSetSHA256 = rules?.sha256 ?? ""
    }

    /// The run begins.
    func begin() {
        begun = .now
        line = StatisticsLine()
        if panel == nil { terminal.messages.note(LiveText.started) }
        panel?.show(state)
    }

    /// A detection came.
    func show(_ detection: Detection, _ finding: Finding) {
        state.remember(detection)
        if json {
            if let text = encoder.line(finding) { terminal.results.line(text) }
            terminal.results.flush()
        } else if panel == nil || !Descriptor.output.isTerminal {
            let row = DetectionRow(detection)
            terminal.results.line(
                "\(row.time) [\(row.severity)] \(row.qualifiedRule)  \(row.flow)  \(row.object(.current))")
            terminal.results.flush()
        }
        panel?.show(state)
    }

    /// A detection came that is no alert: programs see it, people do not.
    func pass(_ finding: Finding) {
        guard json, let text = encoder.line(finding) else { return }
        terminal.results.line(text)
        terminal.results.flush()
    }

    /// The newest sample.
    func update(_ statistics: LiveStatistics, elapsed: Duration) {
        state.update(statistics, at: .now, elapsed: elapsed, cpuTime: nil)
        panel?.show(state)
        if panel == nil, line.isDue() { terminal.messages.note(StatisticsLine.text(state)) }
    }

    /// Something people should hear.
    func tell(_ notice: PipelineNotice) {
        switch notice {
        case .recording(.finished), .recording(.removed), .savefileRead: break
        case .interfaceBack, .recording(.resumed): note("\(LiveText.notice(notice))")
        default: warn("\(LiveText.notice(notice))")
        }
    }

    /// Other rules are at work.
    func replaced(_ rules: RuleSet, leftOut: Int) {
        state.rules = rules.rules.count
        state.ruleSetSHA256 = rules.sha256
        state.generation += 1
        note("\(LiveText.rulesReplaced(count: rules.rules.count, leftOut: leftOut))")
    }

    /// Other indicators are at work.
    func replaced(_ indicators: IndicatorLoad) {
        note(
            "\(IndicatorText.replaced(count: indicators.set.count, lists: indicators.files.count, leftOut: indicators.leftOut))"
        )
    }

    /// A warning, which stays in sight.
    func warn(_ text: String) {
        state.pin(text)
        if panel == nil { terminal.messages.warning(text) }
        panel?.show(state)
    }

    /// Something people may hear.
    func note(_ text: String) {
        if panel == nil { terminal.messages.note(text) } else { state.pin(text) }
    }

    /// The run has ended.
    func end() {
        panel?.finish(state)
        panel = nil
        terminal.messages.note(StatisticsLine.text(state))
    }
}
