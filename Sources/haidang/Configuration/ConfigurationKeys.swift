import Flow
import NetTypes
import Scan
import Sensor
import Wire

/// All keys of the configuration file, in the order of its documentation.
enum ConfigurationKeys {
    /// Every key there is.
    static let all: [ConfigurationKey] =
        general + decoder + flow + timeouts + fragments + protocols + objects + scan + live + recording
        + incidents + evidence

    /// A key by its path; nil when there is none.
    static func key(at path: String) -> ConfigurationKey? {
        all.first { $0.path == path }
    }

    /// True when keys lie under `path`.
    static func isSection(_ path: String) -> Bool {
        all.contains { $0.path.hasPrefix(path + ".") }
    }

    /// The key or section that looks most like one that does not exist; nil when nothing is near.
    ///
    /// A name that is right but stands in the wrong section is the nearest of all.
    static func nearest(to path: String) -> String? {
        let last = path.split(separator: ".").last.map(String.init) ?? path
        if let moved = all.first(where: { $0.path.hasSuffix("." + last) || $0.path == last }) {
            return moved.path
        }
        let parents = Set(all.flatMap { sections(of: $0.path) }).sorted()
        let candidates = all.map(\.path) + parents
        return EditDistance.nearest(to: path, among: candidates)
    }

    private static func sections(of path: String) -> [String] {
        let parts = path.split(separator: ".")
        return (1..<max(1, parts.count)).map { parts.prefix($0).joined(separator: ".") }
    }

    private static let general: [ConfigurationKey] = [
        ConfigurationKey(
            path: "rules", kind: .texts,
            vietnamese:
                "Tệp và thư mục luật. Trống: `rules` trong thư mục hiện tại, nếu không có thì thư mục luật đi kèm chương trình.",
            english:
                "Rule files and folders. Empty: `rules` in the current folder, else the folder installed with the program.",
            get: { .texts($0.rules) },
            set: { if case .texts(let texts) = $1 { $0.rules = texts } }),
        .text(
            "ledger", \.ledger,
            vi: "Sổ quét (SQLite), được tạo nếu chưa có: tệp nào đã quét xong thì bỏ qua. Trống: không có.",
            en:
                "The ledger of scans (SQLite), made when it is missing: what was scanned is left out. Empty: none."
        ),
        .text(
            "networks", \.networks,
            vi: "Danh bạ mạng (YAML): địa chỉ thuộc đơn vị nào. Trống: không có.",
            en: "The directory of networks (YAML): which unit an address belongs to. Empty: none."),
        .text(
            "suppressions", \.suppressions,
            vi: "Danh sách bỏ cảnh báo và ngưỡng (YAML). Trống: mọi phát hiện đều là cảnh báo.",
            en: "Suppressions and thresholds (YAML). Empty: every detection is an alert."),
        .text(
            "sinks", \.sinks,
            vi: "Danh sách nơi nhận sự kiện (YAML): syslog, webhook, thư, tệp. Trống: không gửi đi đâu.",
            en: "Receivers of events (YAML): syslog, webhooks, mail, files. Empty: none."),
        .text(
            "organisation", \.organisation,
            vi: "Đơn vị báo cáo và các hệ thống của đơn vị (YAML), để điền biểu mẫu. Trống: không có.",
            en: "Who reports, and the systems it has (YAML), to fill in forms. Empty: none."),
        .text(
            "forms", \.forms,
            vi:
                "Thư mục biểu mẫu và thời hạn. Trống: `packaging/forms` trong thư mục hiện tại, nếu không có thì thư mục đi kèm chương trình.",
            en:
                "The folder of forms and deadlines. Empty: `packaging/forms` in the current folder, else the one installed with the program."
        ),
        .text(
            "rules-key", \.rulesKey,
            vi:
                "Khóa công khai. Khi đặt, mọi đường dẫn luật phải là gói luật có chữ ký của khóa này. Trống: nhận mọi luật.",
            en:
                "A public key. When set, every rules path must be a bundle signed by it. Empty: any rules are taken."
        ),
        ConfigurationKey(
            path: "ioc", kind: .texts,
            vietnamese: "Tệp và thư mục danh sách dấu hiệu (IOC): văn bản, CSV, MISP, STIX.",
            english: "Files and folders of lists of indicators (IOC): text, CSV, MISP, STIX.",
            get: { .texts($0.indicators) },
            set: { if case .texts(let texts) = $1 { $0.indicators = texts } }),
        ConfigurationKey(
            path: "lang", kind: .word(Language.allCases.map(\.rawValue)),
            vietnamese:
                "Ngôn ngữ của thông báo và bảng. Không đặt: theo locale của hệ thống, mặc định tiếng Việt.",
            english: "Language of messages and tables. Not set: that of the locale, Vietnamese by default.",
            get: { .text($0.language?.rawValue ?? "") },
            set: { if case .text(let text) = $1 { $0.language = Language(rawValue: text) } }),
        .text(
            "log.event-log", \.eventLog,
            vi: "Tệp sổ sự kiện (JSON lines, tương thích EVE). Trống: không ghi.",
            en: "The event log (EVE-compatible JSON lines). Empty: none is written."),
        .text(
            "log.host", \.host,
            vi: "Tên thiết bị quan trắc trong sự kiện. Trống: tên máy.",
            en: "The sensor's name in events. Empty: the machine's name."),
    ]

    private static let decoder: [ConfigurationKey] = [
        .number(
            "decoder.tunnel-depth", \.sensor.decoder.tunnelDepth, 0...255,
            vi: "Số lớp đường hầm lồng nhau được mở; phần nằm sâu hơn là nội dung của lớp ngoài.",
            en:
                "Tunnels that are entered, one inside another; what lies deeper stays the payload of its carrier."
        ),
        .number(
            "decoder.layers", \.sensor.decoder.layers, 1...1024,
            vi: "Số tiêu đề tối đa được đọc trong một khung.",
            en: "Headers of any kind that are read in one frame."),
        .boolean(
            "decoder.verify-checksums", \.sensor.decoder.verifyChecksums,
            vi: "Có tính tổng kiểm của IPv4, TCP, UDP, ICMP hay không.",
            en: "Whether the checksums of IPv4, TCP, UDP and ICMP are computed."),
    ]

    private static let scan: [ConfigurationKey] = [
        .number(
            "scan.timeout", \.sensor.scan.timeout, 0...3600, .seconds,
            vi: "Thời gian tối đa cho một lần gọi libyara; 0 là không giới hạn.",
            en: "Time that one call of libyara may take; 0 means no limit."),
        .number(
            "scan.window", \.sensor.scan.window, 65_536...1_073_741_824, .bytes,
            vi: "Số byte của một dòng dữ liệu được quét cùng lúc.",
            en: "Bytes of a stream that are scanned at once."),
        .number(
            "scan.overlap", \.sensor.scan.overlap, 0...16_777_216, .bytes,
            vi: "Số byte chung của hai cửa sổ quét liền nhau, để không chuỗi nào bị cắt đôi.",
            en: "Bytes that two windows of a stream share, so that no string of up to this length is cut."),
        .number(
            "scan.budget", \.sensor.scan.budget, 1_048_576...1_099_511_627_776, .bytes,
            vi: "Số byte được giữ để quét, tính chung mọi luồng.",
            en: "Bytes kept for scanning, over all flows."),
        .boolean(
            "scan.shards", \.sensor.scan.shards,
            vi:
                "Chia luật thành nhóm và chỉ xét nhóm có chuỗi xuất hiện; nếu tắt: chậm hơn, kết quả như nhau.",
            en:
                "Lay rules in shards and look only at those whose literals are there; if off: slower, same answers."
        ),
        .number(
            "scan.strings-per-hit", \.sensor.scan.stringsPerHit, 1...1024,
            vi: "Số chuỗi khớp được giữ cho mỗi phát hiện.",
            en: "String matches kept for each hit: those with the lowest offsets."),
        .number(
            "scan.bytes-per-string", \.sensor.scan.bytesPerString, 0...65_536, .bytes,
            vi: "Số byte chứng cứ được giữ của mỗi chuỗi khớp.",
            en: "Bytes kept of each string match, as evidence."),
        .number(
            "scan.bytes-around", \.sensor.scan.bytesAround, 0...4_096, .bytes,
            vi: "Số byte được giữ ở mỗi bên của chuỗi khớp, để thấy nó nằm trong gì.",
            en: "Bytes kept on either side of each string match, to show what it stood in."),
    ]
}
