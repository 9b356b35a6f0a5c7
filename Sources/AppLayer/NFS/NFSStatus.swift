/// The results that a reply may have (RFC 1813 section 2.6).
enum NFSStatus {
    /// The name in the event log; the number of one without a name.
    static func name(_ status: UInt32) -> String {
        switch status {
        case 0: "OK"
        case 1: "ERR_PERM"
        case 2: "ERR_NOENT"
        case 5: "ERR_IO"
        case 6: "ERR_NXIO"
        case 13: "ERR_ACCES"
        case 17: "ERR_EXIST"
        case 18: "ERR_XDEV"
        case 19: "ERR_NODEV"
        case 20: "ERR_NOTDIR"
        case 21: "ERR_ISDIR"
        case 22: "ERR_INVAL"
        case 27: "ERR_FBIG"
        case 28: "ERR_NOSPC"
        case 30: "ERR_ROFS"
        case 31: "ERR_MLINK"
        case 63: "ERR_NAMETOOLONG"
        case 66: "ERR_NOTEMPTY"
        case 69: "ERR_DQUOT"
        case 70: "ERR_STALE"
        case 71: "ERR_REMOTE"
        case 10001: "ERR_BADHANDLE"
        case 10002: "ERR_NOT_SYNC"
        case 10003: "ERR_BAD_COOKIE"
        case 10004: "ERR_NOTSUPP"
        case 10005: "ERR_TOOSMALL"
        case 10006: "ERR_SERVERFAULT"
        case 10007: "ERR_BADTYPE"
        case 10008: "ERR_JUKEBOX"
        default: String(status)
        }
    }
}
