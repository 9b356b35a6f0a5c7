import AppLayer
import Sensor

extension ConfigurationKeys {
    /// The section `objects`.
    static let objects: [ConfigurationKey] = [
        .number(
            "objects.largest", \.sensor.application.largestObject, 65_536...1_073_741_824, .bytes,
            vi: "Số byte được giữ của một tệp lấy ra từ lưu lượng; phần sau không được quét.",
            en: "Bytes kept of one object; what is behind them is not scanned."),
        .number(
            "objects.budget", \.sensor.application.objectBudget, 1_048_576...1_099_511_627_776, .bytes,
            vi: "Số byte được giữ của mọi tệp đang mở; quá số này tệp mở sớm nhất bị kết thúc.",
            en: "Bytes kept of all objects that are open; beyond it the one that was opened first ends."),
        .number(
            "objects.count", \.sensor.application.mostObjects, 1...16_777_216,
            vi: "Số tệp mở cùng lúc.", en: "Objects open at a time."),
        .number(
            "objects.nesting", \.sensor.application.nesting, 0...32,
            vi: "Số lớp kho nén hoặc thư lồng nhau được mở.",
            en: "How often archives inside each other are opened."),
        .number(
            "objects.members", \.sensor.application.mostMembers, 1...1_000_000,
            vi: "Số tệp được lấy ra từ một kho nén, hoặc số phần của một thư.",
            en: "Members taken out of one archive, and parts of one mail."),
        .number(
            "objects.expansion", \.sensor.application.expansion, 2...100_000,
            vi: "Dữ liệu nén được phép nở ra bao nhiêu lần, khi đã quá 1 MiB.",
            en: "How many times larger compressed data may become, once it is over 1 MiB."),
        .boolean(
            "objects.md5", \.sensor.application.md5,
            vi: "Tính thêm MD5 của mỗi tệp (biến `md5` của luật).",
            en: "Make the MD5 of each object as well (the variable `md5` of rules)."),
        .boolean(
            "objects.types", \.sensor.application.types,
            vi:
                "Cho biết kiểu của mọi tệp (`magic`); nếu tắt, chỉ khi một luật trúng hoặc có luật hỏi `filetype`.",
            en:
                "Tell the type of each object (`magic`); if off, only where a rule hit, or when a rule asks for `filetype`."
        ),
    ]

    /// The section `protocols`.
    static let protocols: [ConfigurationKey] = [
        .boolean(
            "protocols.enabled", \.sensor.inspectsApplications,
            vi: "Nhận biết giao thức ứng dụng và lấy tệp ra khỏi lưu lượng.",
            en: "Tell application protocols, and take objects out of the traffic."),
        .number(
            "protocols.largest-header", \.sensor.application.largestHeader, 4_096...16_777_216, .bytes,
            vi: "Số byte tối đa của phần đầu, dòng hoặc bản ghi mà bộ phân tích giữ lại.",
            en: "Bytes of a header, a line or a record that a parser keeps while it is not whole."),
        .number(
            "protocols.pending", \.sensor.application.mostPending, 1...65_536,
            vi: "Số yêu cầu của một luồng được chờ trả lời.",
            en: "Requests of one flow that wait for their answers."),
    ]
}
