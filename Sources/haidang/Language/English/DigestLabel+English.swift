extension DigestLabel {
    var english: String {
        switch self {
        case .done: "Scanned whole"
        case .partial: "Scanned in part"
        case .failed: "Failed"
        case .known: "Known, left out"
        case .left: "Left for another time"
        case .hunted: "Older files hunted in"
        case .frames: "Frames"
        case .flows: "Flows"
        case .captured: "Captured bytes"
        case .snapped: "Bytes cut off by the capture (snaplen)"
        case .lost: "Frames that the sensor lost"
        case .undecoded: "Frames that are not decoded"
        case .scanned: "Streams and datagrams scanned"
        case .timedOut: "… in scans that ran out of time"
        case .scanFailed: "… in scans that failed"
        case .ciphertext: "Ciphertext, not scanned"
        case .objects: "Objects scanned"
        case .objectsTimedOut: "… whose scan ran out of time"
        case .objectsFailed: "… whose scan failed"
        case .objectsSkipped: "… with nothing to scan"
        case .objectBytes: "Bytes of objects"
        case .truncated: "… beyond a limit, not scanned"
        }
    }
}
