import NetTypes
import Testing

@testable import haidang

/// The line of counters, word for word, and when it is due.
@Suite struct StatisticsLineTests {
    @Test func `in Vietnamese`() {
        let golden =
            "đã chạy 3 ngày 04:12:10; 1.624.707 khung, 812.345 khung/s, 9,8 Gb/s, CPU 153 %; eth0 "
            + "hoạt động, eth1 MẤT KẾT NỐI (1 lần mất kết nối); Mất mát: nhân bỏ 1.234, byte giữa "
            + "tệp đã lược 12, luồng không ghi sổ 21, không ghi lưu 5; Bộ đệm vòng: đầy nhất 50 %, "
            + "đỉnh 88 %; 12.345 luồng đang theo dõi, 2.469.134 từ đầu, 16.246 tệp, đã quét 5,0 "
            + "GiB; 2 phát hiện; Ghi lưu: 12 tệp, 3,0 GiB; 1.204 luật, lần nạp 3 (ab12cd34)"
        #expect(StatisticsLine.text(LiveSamples.troubled, .vietnamese) == golden)
    }

    @Test func `in English`() {
        let golden =
            "up 3d 04:12:10; 1,624,707 frames, 812,345 frames/s, 9.8 Gb/s, CPU 153 %; eth0 up, "
            + "eth1 DOWN (went down 1×); Losses: kernel 1,234, bytes of files shed 12, flow records "
            + "shed 21, not recorded 5; Rings: fullest 50 %, peak 88 %; 12,345 flows active, "
            + "2,469,134 created, 16,246 objects, scanned 5.0 GiB; 2 detections; Recording: 12 "
            + "files, 3.0 GiB; 1,204 rules, generation 3 (ab12cd34)"
        #expect(StatisticsLine.text(LiveSamples.troubled, .english) == golden)
    }

    @Test func `a line is due once in an interval`() {
        let start = ContinuousClock.now
        var line = StatisticsLine(start: start)
        let answers = [0, 59, 60, 61, 119, 120].map { line.isDue(start + .seconds($0)) }
        #expect(answers == [false, false, true, false, false, true])
    }
}
