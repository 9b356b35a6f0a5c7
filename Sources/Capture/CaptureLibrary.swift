import CPcap

/// libpcap as it runs here, which need not be the one this program was built with.
public enum CaptureLibrary {
    /// libpcap's own line about itself, such as `libpcap version 1.10.3 (with TPACKET_V3)`.
    public static var version: String {
        // libpcap owns the text, which lives as long as the process; it is copied here.
        unsafe pcap_lib_version().map { unsafe String(cString: $0) } ?? "libpcap"
    }
}
