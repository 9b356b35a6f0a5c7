import Capture
import Sensor

extension ConfigurationKeys {
    /// Live capture.
    static let live: [ConfigurationKey] = [
        ConfigurationKey(
            path: "live.interfaces", kind: .texts, vietnamese: "Các giao diện mạng để bắt gói.",
            english: "Interfaces to capture on.",
            get: { .texts($0.live.interfaces) },
            set: { if case .texts(let texts) = $1 { $0.live.interfaces = texts } }),
        .text(
            "live.filter", \.live.filter, vi: "Bộ lọc BPF cho mọi giao diện. Trống: không lọc.",
            en: "A BPF filter for all interfaces. Empty: none."),
        .number(
            "live.snaplen", \.live.capture.snaplen, 64...262_144, .bytes,
            vi: "Số byte tối đa được bắt của mỗi khung. Nhỏ hơn khung dài nhất thì có phần không được quét.",
            en: "The most bytes captured of a frame. Less than the longest frame leaves bytes unscanned."),
        .number(
            "live.buffer", \.live.capture.bufferSize, 1_048_576...1_073_741_824, .bytes,
            vi: "Bộ đệm của nhân hệ điều hành cho mỗi luồng bắt gói.",
            en: "The kernel's buffer for each capture thread."),
        .boolean(
            "live.promiscuous", \.live.capture.isPromiscuous,
            vi: "Có bắt cả khung gửi cho máy khác hay không.",
            en: "Whether frames for other machines are captured too."),
        .number(
            "live.capture-threads", \.live.captureThreads, 1...64,
            vi:
                "Số luồng bắt gói cho mỗi giao diện; nếu nhiều hơn một, nhân hệ điều hành chia khung theo luồng mạng.",
            en:
                "Capture threads for each interface; with more than one the kernel shares its frames among them, flow by flow."
        ),
        .number(
            "live.workers", \.live.workers, 0...256,
            vi: "Số luồng kiểm tra. 0: số bộ xử lý trừ một, ít nhất là một.",
            en: "Threads that inspect. 0: one less than there are processors, at least one."),
        .number(
            "live.ring", \.live.pipeline.ringSize, 65_536...1_073_741_824, .bytes,
            vi: "Bộ đệm vòng giữa mỗi luồng bắt gói và mỗi luồng kiểm tra.",
            en: "The ring between each capture thread and each worker."),
        .number(
            "live.mailbox", \.live.pipeline.mailbox, 1_024...16_777_216,
            vi: "Số kết quả được chờ ghi; khi đầy, bản ghi luồng bị bỏ trước, phát hiện bị bỏ sau cùng.",
            en:
                "Findings that may wait to be written; when it fills up, flow records are shed first and detections last."
        ),
        .number(
            "live.pressure", \.live.pipeline.pressure, 1...100,
            vi:
                "Mức đầy của bộ đệm vòng, tính theo phần trăm, từ đó bỏ bớt nội dung mã hóa và phần giữa các đối tượng; đầy hơn nữa thì bỏ cả phần sâu trong luồng dài.",
            en:
                "Fill of a ring, in per cent, from which encrypted payload and the middle of objects are shed; three quarters of the way from there to a full ring also what lies deep in long streams."
        ),
        .number(
            "live.bulk-after", \.live.pipeline.bulkAfter, 4_096...1_073_741_824, .bytes,
            vi:
                "Phần đầu của mỗi đối tượng, và về sau của mỗi luồng, được giữ khi bắt đầu quá tải; bộ đệm càng đầy giữ càng ít, ít nhất 2 KiB của đối tượng và 16 KiB của luồng.",
            en:
                "The head of each object, and later of each stream, that is kept when pressure begins; less as the ring fills up, at least 2 KiB of an object and 16 KiB of a stream."
        ),
        .text(
            "live.user", \.live.user,
            vi: "Người dùng hệ thống mà chương trình chuyển sang sau khi mở xong mọi thứ. Trống: giữ nguyên.",
            en: "The user to become once everything is open. Empty: stay."),
        .text(
            "live.metrics", \.live.metrics,
            vi: "Địa chỉ phục vụ số liệu cho Prometheus, ví dụ `127.0.0.1:9464`. Trống: không phục vụ.",
            en: "Where metrics are served for Prometheus, such as `127.0.0.1:9464`. Empty: nowhere."),
        .boolean(
            "live.watch-rules", \.live.watchesRules,
            vi: "Có tự nạp lại luật khi tệp luật thay đổi hay không.",
            en: "Whether rules are loaded again when their files change."),
        .number(
            "live.stats-interval", \.live.statisticsInterval, 1...86_400, .seconds,
            vi: "Khoảng cách giữa hai sự kiện `stats`.", en: "Time between two `stats` events."),
    ]

    /// Recording.
    static let recording: [ConfigurationKey] = [
        .text(
            "recording.folder", \.live.recordingFolder,
            vi: "Thư mục ghi lại các khung đã bắt. Trống: không ghi.",
            en: "The folder that captured frames are recorded into. Empty: none."),
        .number(
            "recording.file-size", \.live.recordingFileSize, 1_048_576...1_099_511_627_776, .bytes,
            vi: "Kích thước mà tới đó chuyển sang tệp mới.", en: "Size after which the next file begins."),
        .number(
            "recording.file-time", \.live.recordingFileTime, 1...86_400, .seconds,
            vi: "Thời gian bắt gói mà sau đó chuyển sang tệp mới.",
            en: "Capture time after which the next file begins."),
        .number(
            "recording.limit", \.live.recordingLimit, 0...1_125_899_906_842_624, .bytes,
            vi: "Dung lượng tối đa của thư mục; tệp cũ nhất bị xóa trước. 0: không giới hạn.",
            en: "The most that the folder may take; the oldest files go first. 0: no limit."),
        .word(
            "recording.compression", \.live.recordingCompression, vi: "Cách nén tệp ghi.",
            en: "How recorded files are compressed."),
    ]
}
