import Testing

@testable import Capture

@Suite("What names of savefiles say of their place")
struct RotationNameTests {
    @Test(
        "Numbers that stand alone are the place; the rest is the series",
        arguments: [
            ("a/eth0-0017.pcap", "a/eth0-#.pcap", [17]), ("a/eth1-0017.pcap", "a/eth1-#.pcap", [17]),
            ("dump_00001_20261128013000.pcapng", "dump_#_#.pcapng", [1, 20_261_128_013_000]),
            ("x-2026-11-28T01:30:00Z.pcap.gz", "x-#-#-#T#:#:#Z.pcap", [2026, 11, 28, 1, 30, 0]),
            ("night.pcap", "night.pcap", []), ("night.pcap17", "night.pcap", [17]),
            ("night.pcap.3", "night.pcap", [3]),
            ("log.pcap.1795828200", "log.pcap", [1_795_828_200]),
            ("1795828200.pcap", "#.pcap", [1_795_828_200]),
            ("http2.pcap", "http2.pcap", []), ("T1-b2.pcap", "T1-b2.pcap", []),
            ("x-1a.pcap", "x-1a.pcap", []),
            ("12/x-7.cap.zst", "12/x-#.cap", [7]),
            ("x-99999999999999999999.pcap", "x-99999999999999999999.pcap", []),
            ("", "", []), ("/", "/", []), ("-1", "-#", [1]),
        ] as [(String, String, [UInt64])])
    func parts(path: String, series: String, numbers: [UInt64]) {
        let name = RotationName(path: path)
        #expect(name.series == series)
        #expect(name.numbers == numbers)
    }
}
