/// How a client asks for a file to be opened (MS-SMB2 section 2.2.13).
struct SMBOpening {
    var disposition: UInt32
    var options: UInt32

    var isDirectory: Bool { options & 0x1 != 0 }
    var access: String { options & 0x1000 != 0 ? "delete on close" : "normal" }
    var dispositionName: String {
        switch disposition {
        case 0: "FILE_SUPERSEDE"
        case 1: "FILE_OPEN"
        case 2: "FILE_CREATE"
        case 3: "FILE_OPEN_IF"
        case 4: "FILE_OVERWRITE"
        case 5: "FILE_OVERWRITE_IF"
        default: "UNKNOWN"
        }
    }
}
