extension DrillHeading {
    var english: String {
        switch self {
        case .number: "#"
        case .inject: "inject"
        case .at: "at"
        case .verdict: "detection"
        case .timeToDetect: "after"
        case .points: "points"
        case .incident: "incident"
        case .acknowledged: "acknowledged after"
        case .reported: "reported after"
        case .answer: "answer"
        case .remark: "expected"
        case .drill: "drill"
        case .title: "title"
        case .injects: "injects"
        case .length: "lasts"
        case .result: "result"
        case .path: "path"
        }
    }
}
