import Foundation

/// What everything cost over one capture.
struct Measurement {
    let capture: TrafficChoice
    /// Those that were run, in order.
    private(set) var contestants: [Contestant] = []
    /// Those that could not be run, with the programs they need.
    private(set) var absent: [(name: String, programs: [String])] = []
    /// Processor seconds of each round, by name.
    private(set) var seconds: [String: [Double]] = [:]
    /// What the phases say of the capture and of the steady state.
    private(set) var results: [Phase: PhaseResult] = [:]
    /// Parts of the whole's processor time that libyara's scan calls took, one for each round.
    private(set) var yaraShares: [Double] = []

    static let reader = "tcpflow, writing nothing"
    static let dissector = "tshark, TCP conversations"

    static func ours(_ phase: Phase) -> String {
        switch phase {
        case .read: "read"
        case .decode: "read, decode"
        case .flow: "read, decode, flow, reassemble"
        case .scan: "and scan streams"
        case .objects: "and objects: the whole"
        }
    }
    static func whole(_ rules: RuleChoice) -> String { "\(ours(.scan)), \(rules.name)" }
    static func wholeObjects(_ rules: RuleChoice) -> String { "\(ours(.objects)), \(rules.name)" }
    static func rebuiltObjects(_ rules: RuleChoice) -> String {
        "tcpflow to files and bodies, then yara, \(rules.name)"
    }
    static func rebuilt(_ rules: RuleChoice) -> String { "tcpflow to files, then yara, \(rules.name)" }

    /// Runs everything in turn, as many rounds as asked for.
    init(of capture: TrafficChoice, _ rules: [RuleChoice], rounds: Int, in place: Workplace) throws {
        self.capture = capture
        for contestant in try Self.all(capture.path, rules, place) {
            let missing = contestant.missing
            if missing.isEmpty {
                contestants.append(contestant)
            } else {
                absent.append((contestant.name, missing))
            }
        }
        for (name, programs) in absent {
            Bench.complain("  \(name): skipped, not installed: \(programs.joined(separator: ", "))")
        }
        for round in 0..<rounds {
            Bench.complain("  round \(round + 1) of \(rounds)")
            for contestant in contestants where round < contestant.rounds ?? rounds {
                seconds[contestant.name, default: []].append(try contestant.run(in: place))
            }
            try lookInside(rules[0], place)
        }
    }

    private static func all(
        _ file: String, _ rules: [RuleChoice], _ place: Workplace
    ) throws -> [Contestant] {
        var list: [Contestant] = []
        for phase in [Phase.read, .decode, .flow] {
            list.append(Contestant(name: ours(phase), commands: [try place.phase(phase, file)]))
        }
        let console = Command(arguments: ["tcpflow", "-q", "-r", file, "-B", "-C", "-X", "/dev/null"])
        list.append(Contestant(name: reader, commands: [console]))
        for set in rules {
            let scan = try place.phase(.scan, file, ["--rules", set.path])
            list.append(Contestant(name: whole(set), commands: [scan]))
            let streams = place.streams.path
            list.append(
                Contestant(
                    name: rebuilt(set),
                    commands: [
                        Command(arguments: ["tcpflow", "-q", "-r", file, "-o", streams]),
                        Command(arguments: ["yara", "-p", "1", "-r", try place.rules(set.path), streams]),
                    ]))
        }
        list += try objects(file, rules[0], place)
        let conversations = Command(arguments: ["tshark", "-r", file, "-q", "-z", "conv,tcp"])
        list.append(Contestant(name: dissector, commands: [conversations], rounds: 1))
        return list
    }

    /// What carries objects as well: tcpflow's post-processing takes out the bodies of HTTP.
    private static func objects(
        _ file: String, _ rules: RuleChoice, _ place: Workplace
    ) throws -> [Contestant] {
        let streams = place.streams.path
        let whole = try place.phase(.objects, file, ["--rules", rules.path])
        return [
            Contestant(name: wholeObjects(rules), commands: [whole]),
            Contestant(
                name: rebuiltObjects(rules),
                commands: [
                    Command(arguments: ["tcpflow", "-q", "-a", "-r", file, "-o", streams]),
                    Command(arguments: ["yara", "-p", "1", "-r", try place.rules(rules.path), streams]),
                ]),
        ]
    }

    /// Counts allocations in the second third of the capture, and times libyara; not in runs that are compared.
    private mutating func lookInside(_ rules: RuleChoice, _ place: Workplace) throws {
        if results[.read] == nil { results[.read] = try result(.read, [], place) }
        let third = max(1, packets / 3)
        for phase in [Phase.decode, .flow] where results[phase] == nil {
            results[phase] = try result(phase, ["--steady", "\(third)"], place)
        }
        let whole = try result(.scan, ["--steady", "\(third)", "--yara", "--rules", rules.path], place)
        results[.scan] = whole
        yaraShares.append(whole.yaraSeconds / whole.seconds)
    }

    private func result(_ phase: Phase, _ more: [String], _ place: Workplace) throws -> PhaseResult {
        let output = try place.phase(phase, capture.path, more).run(in: place.url).output
        guard let result = PhaseResult(line: output) else {
            throw PhaseRun.Failure(reason: "haidang-bench phase \(phase) said: \(output)")
        }
        return result
    }

    var packets: UInt64 { results[.read]?.packets ?? 0 }
    var bytes: UInt64 { results[.read]?.bytes ?? 0 }

    /// How many times as much processor time `theirs` took as `ours`, round by round; nil when one was not run.
    func ratio(_ theirs: String, to ours: String) -> Spread? {
        guard let theirs = seconds[theirs], let ours = seconds[ours] else { return nil }
        return Spread(zip(theirs, ours).map { $0 / $1 })
    }

    /// Allocations for 1,000 packets of the second third.
    func allocations(_ phase: Phase) -> Double? {
        results[phase]?.allocations.map { 1000 * Double($0) / Double(max(1, packets / 3)) }
    }
}
