extension DrillPhrase {
    var english: String {
        switch self {
        case .title: "After-action report"
        case .drill: "DRILL (DIỄN TẬP)"
        case .noIncident: "nothing in this report is a real incident"
        case .confidential:
            "This report holds the truth about the drill and bytes of its traffic. Do not pass it on before everybody has played."
        case .result: "Result"
        case .byInject: "Inject by inject"
        case .timeline: "Timeline"
        case .missed: "What was missed, why, and what follows"
        case .unexpected: "Unexpected detections"
        case .coverage: "Coverage of ATT&CK"
        case .eachInject: "Each inject with its proof"
        case .people: "Who took part"
        case .basis: "What the score rests on"
        case .timelineDetail:
            "Each line is an inject: a bar from when it was done until when it had to be detected, and a mark for what happened. Times count from the start of the drill."
        case .missedDetail:
            "What the event log of the run tells about each expected detection that was not made as expected."
        case .coverageDetail:
            "A technique is detected when a rule that bears it found what an inject expects. Of several techniques that an answer takes, any is right. The step is the one that this program gives the technique."
        case .basisDetail:
            "The same files give the same score. Who has them all, with these digests, can work it out again:"
        case .provisional: "Provisional: the drill has not been played to its end, and the score may change."
        case .sent:
            "The traffic was sent to an interface; detections are those of the sensor that listened there."
        case .foundInjects: "Injects found in time"
        case .medianToDetect: "Median time to detect"
        case .asFastAsPossible: "as fast as possible"
        case .endUnknown: "end not known, as it was played as fast as possible"
        case .paused: "paused"
        case .endOfDrill: "end of the drill"
        case .axis: "Time of the drill"
        case .window: "from the inject to its deadline"
        case .silences: "What had to stay silent"
        case .total: "Total"
        case .neverBelowZero: "A score is never below zero."
        case .unassessed: "not assessed"
        case .howPoints: "How the points came about"
        case .notDone: "not done"
        case .expected: "Expected"
        case .anyDetection: "any detection"
        case .why: "Why"
        case .nobodyKnows: "The log does not tell."
        case .afterDeadline: "It was found, but after the deadline of the inject."
        case .seenInstead: "Seen"
        case .follows: "What follows"
        case .nothingMissed: "Nothing was missed."
        case .indicator: "an indicator of a list"
        case .noStrings: "The log holds no matching string: the rule needs none, or an indicator was found."
        case .withheld: "The bytes are withheld: the payload policy of the network does not keep them."
        case .noFlow: "none in the log"
        case .answeredBy: "Answered by"
        case .nobodyAnswered: "nobody answered."
        case .none: "None."
        case .moreUnexpected: "There may be more: the judge names no more of them one by one."
        }
    }
}
