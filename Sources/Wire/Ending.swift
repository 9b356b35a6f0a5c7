/// How the way down through a frame ended.
enum Ending {
    /// At a packet.
    case packet
    /// Inside a tunnel whose content is no IP packet; its carrier is the result.
    case carrier
    /// Without IP.
    case notIP
    /// At something that does not parse; the packet's anomalies say what.
    case undecoded
}
