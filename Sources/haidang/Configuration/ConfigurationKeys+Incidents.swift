import Incidents

extension ConfigurationKeys {
    /// Incidents and their store.
    static let incidents: [ConfigurationKey] = [
        .text(
            "incidents.store", \.incidents.store,
            vi: "Tệp cơ sở dữ liệu sự cố (SQLite), được tạo nếu chưa có. Trống: không lập sự cố.",
            en: "The store of incidents (SQLite), made when it is missing. Empty: no incidents are made."),
        .number(
            "incidents.window", \.incidents.correlation.window, 1...2_592_000, .seconds,
            vi:
                "Khoảng lặng, theo thời gian bắt gói, sau đó phát hiện cùng họ luật, cùng bên bị hại và bên tấn công là sự cố khác.",
            en:
                "Silence, in capture time, after which a detection of the same family, victim and attacker begins another incident."
        ),
        .number(
            "incidents.chain", \.incidents.correlation.chainWindow, 1...31_536_000, .seconds,
            vi: "Khoảng thời gian mà bước sau của một cuộc tấn công trên cùng máy còn được nhập vào sự cố.",
            en: "Time within which a later step of an attack on the same host joins its incident."),
        .number(
            "incidents.details", \.incidents.correlation.detectionsKept, 1...1_000_000,
            vi: "Số phát hiện được giữ chi tiết cho mỗi sự cố; số còn lại chỉ được đếm.",
            en: "Detections that are kept one by one for each incident; the others are counted."),
        .number(
            "incidents.retention", \.incidents.retention, 1...36_500,
            vi: "Số ngày giữ chi tiết phát hiện của sự cố đã xong; sự cố và nhật ký thì giữ mãi.",
            en: "Days for which details of incidents that are over are kept; incidents and journal stay."),
    ]
}
