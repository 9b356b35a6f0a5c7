extension DrillHelp {
    var vietnamese: String {
        switch self {
        case .drill: "Diễn tập: phát lại các bản bắt gói đã biết sự thật, và chấm điểm."
        }
    }
}
