extension DigestLimit {
    var english: String {
        switch self {
        case .snapped: "frames were cut off when they were captured"
        case .unknownLink: "a link type that is not decoded"
        case .fragments: "fragments given up for lack of room"
        case .limited: "a limit cut a stream in two"
        case .timedOut: "scans ran out of time"
        case .failed: "scans failed"
        case .objects: "objects beyond a limit"
        case .unscannedObjects: "objects whose scan did not finish"
        case .other: "part of the traffic was not inspected"
        }
    }
}
