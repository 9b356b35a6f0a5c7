import NetTypes
import Testing

@testable import haidang

/// The panel, word for word, at the sizes that people have.
@Suite struct LiveViewTests {
    private static func panel(
        _ state: LiveState, _ width: Int, _ height: Int, _ language: Language = .vietnamese,
        colours: Bool = false
    ) -> [String] {
        LiveView.lines(
            state, width: width, height: height, language: language, palette: Palette(enabled: colours))
    }

    @Test func `80 by 24 in Vietnamese`() {
        let golden = #"""
            HẢI ĐĂNG  2026-11-24 08:15:30 UTC · đã chạy 3 ngày 04:12:10
                      1.204 luật, lần nạp 3 (ab12cd34)
            Mất mát      nhân bỏ 1.234 · byte giữa tệp đã lược 12 · luồng không ghi sổ 21
                         không ghi lưu 5
            Giao diện    Khung/s      Tốc độ          Khung  Nhân bỏ  Card bỏ
            eth0         812.345    9,8 Gb/s      1.624.690    1.234        0
            eth1               0       0 b/s             17        0        0  MẤT KẾT NỐI
            Tổng         812.345 khung/s · 9,8 Gb/s · bị bỏ 617 khung/s · CPU 153 % · 1.624…
            Bộ đệm vòng  eth0→0 ██░░░░  25 % ↑88 % · eth0→1 ███░░░  50 % ↑88 %
                         eth1→0 ░░░░░░   0 % ↑0 % · eth1→1 ░░░░░░   0 % ↑0 % · hộp thư 0 %
            Lưu lượng    2 phát hiện · 12.345 luồng đang theo dõi, 2.469.134 từ đầu
                         16.246 tệp · đã quét 5,0 GiB
            Ghi lưu      12 tệp, 3,0 GiB · đã xóa 3 tệp cũ
            Cảnh báo     eth1: mất tín hiệu

            Phát hiện mới nhất (2 trong 2)
            08:15:29  1  Webshell_Upload_Generic  198.51.100.7:80 → 192.0.2.10:49152  nội d…
            08:15:29  2  EICAR_Test               192.0.2.10:49152 → 198.51.100.7:80  dòng …
            """#
        let lines = Self.panel(LiveSamples.troubled, 80, 24, .vietnamese)
        #expect(lines.joined(separator: "\n") == golden)
    }

    @Test func `80 by 24 in English`() {
        let golden = #"""
            HẢI ĐĂNG  2026-11-24 08:15:30 UTC · up 3d 04:12:10
                      1,204 rules, generation 3 (ab12cd34)
            Losses       kernel 1,234 · bytes of files shed 12 · flow records shed 21
                         not recorded 5
            Interface   Frames/s        Rate         Frames  Kernel drops  NIC drops
            eth0         812,345    9.8 Gb/s      1,624,690         1,234          0
            eth1               0       0 b/s             17             0          0  DOWN
            Total        812,345 frames/s · 9.8 Gb/s · dropping 617 frames/s · CPU 153 % · …
            Rings        eth0→0 ██░░░░  25 % ↑88 % · eth0→1 ███░░░  50 % ↑88 %
                         eth1→0 ░░░░░░   0 % ↑0 % · eth1→1 ░░░░░░   0 % ↑0 % · mailbox 0 %
            Traffic      2 detections · 12,345 flows active, 2,469,134 created
                         16,246 objects · scanned 5.0 GiB
            Recording    12 files, 3.0 GiB · 3 old files removed
            Warning      eth1: mất tín hiệu

            Latest detections (2 of 2)
            08:15:29  1  Webshell_Upload_Generic  198.51.100.7:80 → 192.0.2.10:49152  HTTP …
            08:15:29  2  EICAR_Test               192.0.2.10:49152 → 198.51.100.7:80  TCP s…
            """#
        let lines = Self.panel(LiveSamples.troubled, 80, 24, .english)
        #expect(lines.joined(separator: "\n") == golden)
    }

    @Test func `60 by 12 in Vietnamese`() {
        let golden = #"""
            HẢI ĐĂNG  2026-11-24 08:15:30 UTC · đã chạy 3 ngày 04:12:10
            Mất mát      nhân bỏ 1.234 · byte giữa tệp đã lược 12
                         luồng không ghi sổ 21 · không ghi lưu 5
            Giao diện    Khung/s      Tốc độ    Bị bỏ
            eth0         812.345    9,8 Gb/s    1.234
            eth1               0       0 b/s        0  MẤT KẾT NỐI
            Tổng         812.345 khung/s · 9,8 Gb/s · bị bỏ 617 khung/s…
            Bộ đệm vòng  eth0→1 ███░░░  50 % ↑88 % · +3 · hộp thư 0 %
            Lưu lượng    2 phát hiện
            Ghi lưu      12 tệp, 3,0 GiB · đã xóa 3 tệp cũ
            Cảnh báo     eth1: mất tín hiệu
            08:15:29  1  Webshell_Up…  198.51.100.7:80 → 192.0.2.10:491…
            """#
        let lines = Self.panel(LiveSamples.troubled, 60, 12, .vietnamese)
        #expect(lines.joined(separator: "\n") == golden)
    }

    @Test func `60 by 12 in English`() {
        let golden = #"""
            HẢI ĐĂNG  2026-11-24 08:15:30 UTC · up 3d 04:12:10
            Losses       kernel 1,234 · bytes of files shed 12
                         flow records shed 21 · not recorded 5
            Interface   Frames/s        Rate    Drops
            eth0         812,345    9.8 Gb/s    1,234
            eth1               0       0 b/s        0  DOWN
            Total        812,345 frames/s · 9.8 Gb/s · dropping 617 fra…
            Rings        eth0→1 ███░░░  50 % ↑88 % · +3 · mailbox 0 %
            Traffic      2 detections
            Recording    12 files, 3.0 GiB · 3 old files removed
            Warning      eth1: mất tín hiệu
            08:15:29  1  Webshell_Up…  198.51.100.7:80 → 192.0.2.10:491…
            """#
        let lines = Self.panel(LiveSamples.troubled, 60, 12, .english)
        #expect(lines.joined(separator: "\n") == golden)
    }

    @Test func `a calm run`() {
        let golden = #"""
            HẢI ĐĂNG  2026-11-24 08:15:30 UTC · đã chạy 00:00:02
                      12 luật, lần nạp 1 (00ff00ff)
            Mất mát      không mất gì
            Giao diện    Khung/s      Tốc độ          Khung  Nhân bỏ  Card bỏ
            eth0             500    2,4 Mb/s          1.000        0        0
            Tổng         500 khung/s · 2,4 Mb/s · 1.000 khung
            Bộ đệm vòng  eth0→0 ░░░░░░   0 % ↑0 % · hộp thư 0 %
            Lưu lượng    0 phát hiện · 0 luồng đang theo dõi, 0 từ đầu · 0 tệp · đã quét 0 B

            Chưa phát hiện gì.
            """#
        #expect(Self.panel(LiveSamples.calm, 80, 24).joined(separator: "\n") == golden)
    }

    @Test(arguments: [1, 9, 10, 11, 12, 13, 14, 19, 20, 24, 25, 50], [1, 10, 40, 60, 61, 79, 80, 100, 250])
    func `no line is wider, and no panel higher, than the terminal`(height: Int, width: Int) {
        var state = LiveSamples.troubled
        for number in 0..<40 {
            state.remember(LiveSamples.detection(rule: "R\(number)", severity: 9, name: "漢字\u{202e}\n"))
            state.pin("w\(number)")
        }
        for state in [state, LiveSamples.calm, LiveState(time: .zero)] {
            for language in Language.allCases {
                let lines = Self.panel(state, width, height, language)
                #expect(lines.count <= height)
                #expect(lines.allSatisfy { DisplayWidth.columns($0) <= width })
                let losses = PanelText.losses.text(language)
                if width >= 60, height >= 10 { #expect(lines.contains { $0.hasPrefix(losses) }) }
            }
        }
    }

    @Test func `nothing that traffic wrote reaches the terminal as a control`() {
        let text = Self.panel(LiveSamples.troubled, 250, 24).joined()
        #expect(text.contains(#"/tải/\x1b[2Jx.php"#))
        #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }

    @Test func `losses and what is down are red, and only with colours`() {
        let lines = Self.panel(LiveSamples.troubled, 120, 30, .english, colours: true)
        #expect(lines.contains { $0.contains("\u{1b}[31mkernel 1,234\u{1b}[0m") })
        #expect(lines.contains { $0.contains("\u{1b}[31mDOWN\u{1b}[0m") })
        #expect(!Self.panel(LiveSamples.troubled, 120, 30).joined().contains("\u{1b}"))
    }

    @Test func `of many interfaces those in trouble are shown, and of many rings the fullest`() {
        var state = LiveState(time: .zero)
        var sample = LiveStatistics()
        for number in 0..<40 {
            sample.interfaces.append(InterfaceStatistics(name: "if\(number)"))
            var ring = RingStatistics(interface: number, worker: 0)
            (ring.capacity, ring.depth) = (100, number == 33 ? 90 : 1)
            sample.rings.append(ring)
        }
        sample.interfaces[38].isUp = false
        sample.interfaces[37].droppedByKernel = 1
        state.update(sample, at: .zero, elapsed: .seconds(1))
        let text = Self.panel(state, 80, 24, .english).joined(separator: "\n")
        #expect(text.contains("\nif37 ") && text.contains("\nif38 "))
        #expect(text.contains("more interfaces"))
        #expect(text.contains("if33→0 ██████  90 %"))
    }
}
