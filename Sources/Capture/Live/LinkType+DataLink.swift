import CPcap
import NetTypes

extension LinkType {
    /// The link type of what libpcap calls a DLT here; nil when it is one that is not decoded.
    ///
    /// The numbers differ where systems had given the same one to different things, as with raw IP. Those that an
    /// interface of Linux can have and that the decoder knows are all here.
    init?(dataLink: Int32) {
        switch dataLink {
        case DLT_NULL: self = .null
        case DLT_EN10MB: self = .ethernet
        case DLT_PPP: self = .ppp
        case DLT_RAW: self = .raw
        case DLT_PPP_SERIAL: self = .pppHDLC
        case DLT_PPP_ETHER: self = .pppEthernet
        case DLT_C_HDLC: self = .ciscoHDLC
        case DLT_IEEE802_11: self = .wireless
        case DLT_LOOP: self = .loop
        case DLT_LINUX_SLL: self = .linuxCooked
        case DLT_IEEE802_11_RADIO: self = .radiotap
        case DLT_IPV4: self = .ipv4
        case DLT_IPV6: self = .ipv6
        case DLT_IPOIB: self = .ipOverInfiniBand
        case DLT_LINUX_SLL2: self = .linuxCooked2
        default: return nil
        }
    }
}
