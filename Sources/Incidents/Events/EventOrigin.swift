/// Where the frames of an event came from, as each of its lines says it.
public enum EventOrigin: Equatable, Sendable {
    /// A savefile, by the path it was opened with: `pcap_filename`, and `pcap_cnt` for the frame in it.
    case savefile(path: String)
    /// Savefiles that make one capture: both are those of the file that the frame is in.
    case rotated(RotatedFiles)
    /// Network interfaces, by name, in the order they are numbered: `in_iface`.
    case interfaces([String])
}
