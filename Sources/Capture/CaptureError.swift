/// What can be wrong with a source of frames, in the operator's world. `path` is as the operator gave it.
public enum CaptureError: Error, Equatable, Codable, Sendable {
    /// There is nothing at the path.
    case missing(path: String)
    /// It is there but cannot be read; `reason` is the system's word.
    case unreadable(path: String, reason: String)
    /// It can be read but is no savefile; `reason` says what it looks like.
    case notASavefile(path: String, reason: String)
    /// A folder that holds no savefile.
    case emptyFolder(path: String)
    /// There is no interface of this name; `known` are those that there are.
    case noSuchInterface(interface: String, known: [String])
    /// This process may not capture: it lacks the capability CAP_NET_RAW.
    case notPermitted(interface: String)
    /// libpcap does not understand the filter; `reason` is its message.
    case badFilter(filter: String, reason: String)
    /// The interface is there and down, or it went away while frames were read from it.
    case interfaceDown(interface: String)
    /// Its frames begin with something that is not decoded here; `linkType` is libpcap's name for it.
    case linkTypeNotDecoded(interface: String, linkType: String)
    /// Anything else, such as no memory for the buffer; `reason` is libpcap's message or the system's.
    case interfaceFailed(interface: String, reason: String)
    /// A folder that frames cannot be recorded into; `reason` is the system's word.
    case unwritable(path: String, reason: String)
}
