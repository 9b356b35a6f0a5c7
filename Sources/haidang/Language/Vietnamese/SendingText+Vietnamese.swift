import Drills
import NetTypes

extension SendingText {
    var vietnamese: String {
        switch self {
        case .refused(let refusal): Self.vietnamese(refusal)
        case .busy(let interface): "một cuộc diễn tập khác đang gửi ra \(Escaping.shown(interface))"
        case .sent(let account, let interface):
            "Đã gửi \(Number.grouped(account.sent)) / \(Number.grouped(account.read)) khung ra \(Escaping.shown(interface)) trong "
                + "\(SpanText.short(.nanoseconds(Int64(clamping: account.duration)))); 99 phần trăm lệch không quá "
                + "\(Number.grouped(account.lateness.p99 / 1000)) µs"
        case .unsent(let account): "Không gửi: \(Self.list(account, Self.unsentWords))"
        case .sendingError(let error): Self.vietnamese(error)
        case .sentSoFar(let sent, let all): "\(Number.grouped(sent)) / \(Number.grouped(all)) khung"
        case .judgeLater(let folder):
            "Chấm điểm theo sổ của thiết bị quan trắc đã thấy: haidang drill score \(Escaping.shown(folder)) --events TỆP"
        }
    }

    private static let unsentWords = [
        "bị cắt khi bắt gói", "quá dài cho giao diện", "thuộc kiểu liên kết khác", "bị giao diện từ chối",
        "chưa đến lượt",
    ]

    private static func vietnamese(_ refusal: InterfaceRefusal) -> String {
        switch refusal {
        case .notAllowed(let interface, let allowed):
            "kịch bản không cho phép \(Escaping.shown(interface))"
                + (allowed.isEmpty
                    ? "; nó không nêu giao diện nào"
                    : "; nó nêu \(Escaping.shown(allowed.joined(separator: ", ")))")
        case .missing(let interface): "không có giao diện \(Escaping.shown(interface))"
        case .monitored(let interface, let name):
            "\(Escaping.shown(interface)) đang được giám sát thật (\(Escaping.shown(name)) trong live.interfaces)"
        case .shared(let interface, let name, let device):
            "\(Escaping.shown(interface)) đi qua \(Escaping.shown(device)), cũng như \(Escaping.shown(name)) là giao diện đang "
                + "được giám sát thật"
        }
    }

    private static func vietnamese(_ error: SendingError) -> String {
        switch error {
        case .capture(let error): ProblemText.capture(error).vietnamese
        case .otherLink(let interface, let capture, let linkType):
            "khung của kịch bản thuộc kiểu liên kết \(capture.rawValue), của \(Escaping.shown(interface)) là "
                + "\(linkType.rawValue)"
        case .lost(let interface, let account):
            "\(Escaping.shown(interface)) mất kết nối sau \(Number.grouped(account.sent)) khung"
        case .badSpeed: "đó không phải tốc độ"
        }
    }
}
