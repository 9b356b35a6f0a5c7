extension DrillReportHelp {
    var english: String {
        switch self {
        case .command: "Write the after-action report of a run."
        case .detail:
            """
            The report is one page of HTML that loads nothing and prints on A4, in the language of --lang, or one JSON object, \
            which is the same in every language: the score and how it came about, a timeline, each inject with its proof, what \
            was missed, why, and what follows, coverage of ATT&CK, who took part, and the digests of all files that it rests on. \
            A run that is still being played gives a provisional report.

            It holds the truth about the drill and bytes of its traffic, and is written for its owner only.

            Exit codes: 0 written; 2 usage, or a file that was changed; 3 written, but the run was not played to its end or not \
            all of it was inspected.
            """
        case .output: "Write the report to this file (default: standard output)."
        case .format: "html, for people, or json, for machines."
        }
    }
}
