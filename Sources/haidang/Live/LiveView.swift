import NetTypes

/// The panel of a live run: a pure function of what is known and how large the terminal is.
///
/// What matters most is never left out: whatever the height, there are a line of losses, one of traffic, and one of
/// rings. Interfaces and detections share what is left.
struct LiveView: Sendable {
    /// What is shown.
    let state: LiveState
    /// Columns of the terminal.
    let width: Int
    /// Lines of the terminal.
    let height: Int
    /// The language of its words.
    let language: Language
    /// Colours, or none.
    let palette: Palette

    /// The smallest terminal for which everything that matters has room.
    static let leastWidth = 60
    /// The same for its height.
    static let leastHeight = 10
    /// Columns of the words that lines begin with.
    private static let labelColumns = 13

    /// The lines of the panel, at most `height`, each at most `width` columns.
    static func lines(
        _ state: LiveState, width: Int, height: Int, language: Language, palette: Palette
    ) -> [String] {
        let view = LiveView(
            state: state, width: max(1, width), height: max(1, height), language: language,
            palette: palette)
        return view.lines
    }

    private var lines: [String] {
        let losses = shown(losses, atMost: 3)
        let head = shown(head, atMost: height >= 14 ? 2 : 1) + losses
        let middle =
            shown([total], atMost: 1) + shown(rings(atMost: ringLines), atMost: ringLines)
            + shown(traffic, atMost: height >= 14 ? 2 : 1) + shown(recording, atMost: 1)
            + shown(warnings, atMost: warningLines)
        let left = height - head.count - middle.count
        let interfaces = interfaceLines(atMost: max(2, left - (height < 14 ? 1 : height / 3)))
        let rest = left - interfaces.count
        var lines = head + interfaces + middle
        if height >= 20, rest > 3 {
            lines.append("")
            lines += detectionLines(atMost: rest - 1)
        } else if rest > 0 {
            lines += detectionLines(atMost: rest)
        }
        return Array(lines.prefix(height))
    }

    private var ringLines: Int { height >= 24 ? 3 : height >= 14 ? 2 : 1 }

    private var warningLines: Int { height >= 20 ? 3 : height >= 14 ? 2 : 1 }

    /// The wording of a text in the language of the panel.
    func say(_ text: PanelText) -> String { text.text(language) }

    private func shown(_ lines: [StyledLine], atMost limit: Int) -> [String] {
        lines.prefix(limit).map { $0.text(width: width, palette: palette) }
    }

    private func label(_ text: PanelText, _ tone: Palette.Tone? = .strong) -> StyledLine {
        let word = say(text)
        let padding = max(1, Self.labelColumns - DisplayWidth.columns(word))
        return StyledLine(word + String(repeating: " ", count: padding), tone)
    }

    private var head: [StyledLine] {
        var title = StyledLine(say(.title), .strong)
        title.add("  ")
        let stamp = state.time.description
        let clock = String(stamp.prefix(10) + " " + stamp.dropFirst(11).prefix(8)) + " UTC"
        let digest = Escaping.shown(String(state.ruleSetSHA256.prefix(8)))
        let rules = PanelText.rules(count: state.rules, generation: state.generation, digest: digest)
        return StyledLine.wrapped(
            title, [(clock, nil), (say(PanelText(uptime: state.uptime)), nil), (say(rules), nil)],
            width: width)
    }

    private var losses: [StyledLine] {
        let losses = Loss.list(state.statistics)
        if losses.isEmpty {
            return StyledLine.wrapped(label(.losses), [(say(.nothingLost), .calm)], width: width)
        }
        return StyledLine.wrapped(
            label(.losses, .alarm), losses.map { (say(.loss($0.loss, $0.count)), .alarm) }, width: width)
    }

    private var total: StyledLine {
        let rates = state.rates
        var items: [(text: String, tone: Palette.Tone?)] = [
            (say(.frameRate(rates.total.framesPerSecond)), nil),
            (say(.bitRate(rates.total.bitsPerSecond)), nil),
        ]
        if rates.total.droppedPerSecond > 0 {
            items.append((say(.dropRate(rates.total.droppedPerSecond)), .alarm))
        }
        if let percent = rates.cpuPercent { items.append((say(.processor(percent: percent)), nil)) }
        items.append((say(.frameCount(state.statistics.interfaceSum(\.frames))), nil))
        return StyledLine.wrapped(label(.total), items, width: .max)[0]
    }

    private var traffic: [StyledLine] {
        let sensor = state.statistics.sensor
        let found = sensor.detections
        return StyledLine.wrapped(
            label(.traffic),
            [
                (say(.detections(found)), found > 0 ? .alarm : nil),
                (say(.flows(active: sensor.flow.active, created: sensor.flow.created)), nil),
                (say(.objects(sensor.application.objects)), nil), (say(.scanned(sensor.scan.scanned)), nil),
            ], width: width)
    }

    private var recording: [StyledLine] {
        guard let recording = state.statistics.recording else { return [] }
        if let failure = recording.failure {
            return [label(.recording, .alarm).followed(by: say(.recordingFailed(reason: failure)), .alarm)]
        }
        var items: [(text: String, tone: Palette.Tone?)] = [
            (say(.recorded(files: recording.files, bytes: recording.bytes)), nil)
        ]
        if recording.removed > 0 { items.append((say(.removed(recording.removed)), nil)) }
        return StyledLine.wrapped(label(.recording), items, width: width)
    }

    private var warnings: [StyledLine] {
        let all = state.warnings
        return all.prefix(warningLines).enumerated().map { index, warning in
            // How many more there are stands before the last one's text, where it cannot be cut off.
            let isLast = index + 1 == warningLines && all.count > warningLines
            let more = isLast ? say(.moreWarnings(all.count - warningLines)) + " " : ""
            return label(.warning, .caution).followed(by: more + warning, .caution)
        }
    }
}

extension LiveView {
    /// A bar for each ring, and how full the mailbox is; where there is no room for all of them, the fullest ones.
    private func rings(atMost limit: Int) -> [StyledLine] {
        let mailbox = state.statistics.mailbox
        let depth = LiveRates.percent(mailbox.waiting, of: mailbox.capacity)
        let waiting = ("\(say(.mailbox)) \(depth) %", Self.tone(depth))
        let all = state.statistics.rings.prefix(Self.ringLimit)
        let order = all.indices.sorted {
            (all[$1].depth, all[$1].highWater, $0) < (all[$0].depth, all[$0].highWater, $1)
        }
        for count in stride(from: all.count, through: 0, by: -1) {
            var items = order.prefix(count).sorted().map { gauge(of: all[$0]) }
            let hidden = state.statistics.rings.count - count
            if hidden > 0 { items.append((say(.moreRings(hidden)), .faint)) }
            if state.statistics.rings.isEmpty { items.append((say(.noRing), .faint)) }
            let lines = StyledLine.wrapped(label(.rings), items + [waiting], width: width)
            if lines.count <= limit || count == 0 { return lines }
        }
        return []
    }

    /// Rings that are looked at for the panel: no terminal has room for more.
    private static let ringLimit = 64

    private static func tone(_ percent: Int) -> Palette.Tone? {
        percent >= 80 ? .alarm : percent >= 50 ? .caution : nil
    }

    private func gauge(of ring: RingStatistics) -> (text: String, tone: Palette.Tone?) {
        let interfaces = state.statistics.interfaces
        let name =
            interfaces.indices.contains(ring.interface)
            ? DisplayWidth.fitted(Escaping.shown(interfaces[ring.interface].name), to: 9)
            : String(ring.interface)
        return gauge("\(name)→\(ring.worker)", part: ring.depth, peak: ring.highWater, of: ring.capacity)
    }

    private func gauge(
        _ name: String, part: Int, peak: Int, of whole: Int
    ) -> (text: String, tone: Palette.Tone?) {
        let depth = LiveRates.percent(part, of: whole)
        let filled = (depth * 6 + 99) / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 6 - filled)
        let digits = String(depth)
        let padded = String(repeating: " ", count: 3 - digits.count) + digits
        return ("\(name) \(bar) \(padded) % ↑\(LiveRates.percent(peak, of: whole)) %", Self.tone(depth))
    }
}

extension PanelText {
    /// A time as days and clock.
    init(uptime: Duration) {
        let seconds = max(0, uptime.components.seconds)
        let parts = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map {
            $0 < 10 ? "0\($0)" : "\($0)"
        }
        self = .uptime(days: seconds / 86400, clock: parts.joined(separator: ":"))
    }
}
