extension DrillHelp {
    var english: String {
        switch self {
        case .drill: "Play captures with ground truth, and judge what was found."
        }
    }
}
