import NetTypes

/// The counters of a live run as one line for the journal: where standard error is no terminal, once a minute and at
/// the end. The same facts as on the panel, always in the same order.
struct StatisticsLine: Sendable {
    private var last: ContinuousClock.Instant?

    /// The time between two lines.
    static let interval = Duration.seconds(60)

    /// No line has been written yet; the first is due after one interval.
    init(start: ContinuousClock.Instant = .now) { last = start }

    /// True, and the next line waits an interval, when a line is due.
    mutating func isDue(_ now: ContinuousClock.Instant = .now) -> Bool {
        if let last, now - last < Self.interval { return false }
        last = now
        return true
    }

    /// The line. Rates are those of the latest sample.
    static func text(_ state: LiveState, _ language: Language = .current) -> String {
        func say(_ text: PanelText) -> String { text.text(language) }
        let (statistics, rates) = (state.statistics, state.rates)
        let sensor = statistics.sensor
        var parts = [[say(PanelText(uptime: state.uptime))]]
        parts.append(
            [
                say(.frameCount(statistics.interfaceSum(\.frames))),
                say(.frameRate(rates.total.framesPerSecond)), say(.bitRate(rates.total.bitsPerSecond)),
            ] + (rates.cpuPercent.map { [say(.processor(percent: $0))] } ?? []))
        parts.append(
            statistics.interfaces.map { interface in
                Escaping.shown(interface.name) + " " + say(interface.isUp ? .up : .down)
                    + (interface.failures > 0 ? " (" + say(.failures(interface.failures)) + ")" : "")
            })
        let losses = Loss.list(statistics).map { say(.loss($0.loss, $0.count)) }
        parts.append([
            say(.losses) + ": " + (losses.isEmpty ? say(.nothingLost) : losses.joined(separator: ", "))
        ])
        if !rates.rings.isEmpty {
            let depth = rates.rings.map(\.depthPercent).max() ?? 0
            let highWater = rates.rings.map(\.highWaterPercent).max() ?? 0
            parts.append([say(.rings) + ": " + say(.fullest(depth: depth, highWater: highWater))])
        }
        parts.append([
            say(.flows(active: sensor.flow.active, created: sensor.flow.created)),
            say(.objects(sensor.application.objects)), say(.scanned(sensor.scan.scanned)),
        ])
        parts.append([say(.detections(sensor.detections))])
        if let recording = statistics.recording {
            let words =
                recording.failure.map { say(.recordingFailed(reason: $0)) }
                ?? say(.recorded(files: recording.files, bytes: recording.bytes))
            parts.append([say(.recording) + ": " + words])
        }
        parts.append([
            say(
                .rules(
                    count: state.rules, generation: state.generation,
                    digest: Escaping.shown(String(state.ruleSetSHA256.prefix(8)))))
        ])
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: ", ") }.joined(separator: "; ")
    }
}
