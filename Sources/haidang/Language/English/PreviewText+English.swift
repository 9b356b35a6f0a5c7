extension PreviewText {
    var english: String {
        switch self {
        case .command: "Say what rules would have found in recorded traffic."
        case .commandDetail:
            """
            Reads savefiles (--in), or what live capture recorded in the last nights (--last, recording.folder of the \
            configuration). With --than two rule sets are compared: what only the new ones find (+), and only the old ones (−).

            Exit codes: 0 all scanned, nothing found, or no difference; 1 something; 2 usage or configuration; 3 not all \
            scanned; 4 no rule compiles; 5 no traffic of that time; 130, 143 interrupted.
            """
        case .inputs: "Savefiles, folders of them, or '-'; can be given several times."
        case .last: "Only the last N times 24 hours, by capture time."
        case .than: "Compare with these rules; can be given several times."
        case .limit: "Hits to show; the rest is counted."
        case .now: "The day at whose beginning the nights end (now)."
        case .json: "Print JSON: one line for each rule, one for each hit, at the end one \"summary\"."
        case .badNumber: "--last takes 1 to 36500, and --limit no negative number"
        case .noInput: "name traffic with --in, or nights with --last"
        case .noRecording: "there is no recording: name its folder as recording.folder in the configuration"
        case .sharedFiles: "--than takes other files: the two sets have some in common"
        case .moreHits(let count): "… and \(Number.grouped(count)) more hits"
        case .covered(let first, let last): "Time: \(Self.time(first)) – \(Self.time(last)) UTC"
        case .leftOut(let frames): "Left out: \(Number.grouped(frames)) frames of another time"
        case .difference(let gained, let lost):
            "Only the new rules find \(Number.grouped(gained)), only the old ones \(Number.grouped(lost))."
        case .processor(let time): "Processor time: \(Self.seconds(time, ".")) s"
        }
    }
}
