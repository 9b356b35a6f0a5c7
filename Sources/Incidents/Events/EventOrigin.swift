/// Where the frames of an event came from, as each of its lines says it.
public enum EventOrigin: Equatable, Sendable {
    /// A savefile, by the path it was opened with: `pcap_filename`, and `pcap_cnt` for the frame in it.
    case savefile(path: String)
    /// Network interfaces, by name, in the order they are numbered: `in_iface`.
    case interfaces([String])
}
