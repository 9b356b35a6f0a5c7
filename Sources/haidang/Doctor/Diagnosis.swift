/// What the doctor found about one thing.
struct Diagnosis {
    /// What was looked at.
    let subject: DoctorText
    /// How it is.
    let condition: Condition
    /// What was seen, already safe to show.
    let detail: String
    /// How to mend it; nil when nothing is wrong.
    let remedy: DoctorText?
    /// The exit code when it has failed.
    let code: ExitCode

    /// How a thing is.
    enum Condition: String {
        /// In order.
        case ok
        /// One way to use the program is missing; nothing is wrong for whoever does not want it.
        case note
        /// The program works, but not as well as it could.
        case warning = "warn"
        /// The program would not work.
        case failure = "fail"
    }

    /// In order.
    static func ok(_ subject: DoctorText, _ detail: String) -> Diagnosis {
        Diagnosis(subject: subject, condition: .ok, detail: detail, remedy: nil, code: .nothingFound)
    }

    /// One way to use it is missing.
    static func note(_ subject: DoctorText, _ detail: String, _ remedy: DoctorText) -> Diagnosis {
        Diagnosis(subject: subject, condition: .note, detail: detail, remedy: remedy, code: .nothingFound)
    }

    /// Works, but.
    static func warning(_ subject: DoctorText, _ detail: String, _ remedy: DoctorText) -> Diagnosis {
        Diagnosis(subject: subject, condition: .warning, detail: detail, remedy: remedy, code: .nothingFound)
    }

    /// Would not work.
    static func failure(
        _ subject: DoctorText, _ detail: String, _ remedy: DoctorText, _ code: ExitCode = .input
    ) -> Diagnosis {
        Diagnosis(subject: subject, condition: .failure, detail: detail, remedy: remedy, code: code)
    }

    /// For machines: one line.
    var json: JSONValue {
        .object([
            ("event_type", .text("check")), ("check", .text(subject.name)),
            ("status", .text(condition.rawValue)),
            ("detail", .text(detail)), ("remedy", remedy.map { .text("\($0)") } ?? .null),
        ])
    }
}
