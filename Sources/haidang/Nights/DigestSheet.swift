import Incidents
import NetTypes

/// What a digest says, in the language of this process: text and page print the same of it.
struct DigestSheet {
    /// What is summed up.
    let digest: NightDigest
    /// True where addresses and units of secret networks are left out.
    let isWithheld: Bool

    /// The sheet of a digest.
    init(_ digest: NightDigest, isWithheld: Bool = false) {
        self.digest = digest
        self.isWithheld = isWithheld
    }

    /// What it is.
    var title: String { "\(DigestText.title(day))" }

    /// The day on which the run began: the night is called by it.
    private var day: VietnamTime { VietnamTime(digest.run.started) }

    /// The subject of a mail.
    var subject: String {
        let text = DigestText.subject(
            day: day, incidents: digest.incidents.sum, faults: digest.faults.count,
            isFinished: digest.isFinished)
        return "\(text)"
    }

    /// What has to be known before anything else is read.
    var head: [Cell] {
        let run = digest.run
        var lines = [Cell("\(DigestText.run(run.number, host: run.host))")]
        if let code = run.exitCode {
            lines.append(Cell("\(DigestText.code(code))", tone: Self.tone(code)))
        }
        if !digest.isFinished { lines.append(Cell("\(DigestText.unfinished)", tone: .alarm)) }
        if let open = digest.openRun { lines.append(Cell("\(DigestText.openRun(open))", tone: .alarm)) }
        lines.append(Cell("\(DigestText.ran(from: day, to: run.finished.map { VietnamTime($0) }))"))
        if let captured = digest.captured {
            let (from, to) = (VietnamTime(captured.lowerBound), VietnamTime(captured.upperBound))
            lines.append(Cell("\(DigestText.captured(from: from, to: to))"))
        }
        if run.resumptions > 0 {
            lines.append(Cell("\(DigestText.resumed(run.resumptions))", tone: .caution))
        }
        if isWithheld { lines.append(Cell("\(DigestText.withheld)", tone: .caution)) }
        return lines
    }

    private static func tone(_ code: Int32) -> Palette.Tone {
        switch ExitCode(rawValue: code) {
        case .nothingFound: .calm
        case .found: .alarm
        default: .caution
        }
    }

    /// All parts, in their order: what asks for something to be done comes first.
    var sections: [DigestSection] {
        var all = [files]
        if !digest.faults.isEmpty { all.append(faults) }
        if !digest.holes.isEmpty { all.append(holes) }
        return all + [incidents] + rules + [nights, coverage] + [talkers] + costs
    }

    /// The end of a long name, which tells more than its beginning.
    static func name(_ text: String) -> String {
        let shown = Escaping.shown(text)
        return shown.count > mostName ? "…" + shown.suffix(mostName - 1) : shown
    }

    /// Characters of a name.
    private static let mostName = 120
}
